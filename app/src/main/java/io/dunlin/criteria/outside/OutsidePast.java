package io.dunlin.criteria.outside;

import static io.dunlin.criteria.tables.OutsideValue.OUTSIDE_VALUE;
import static io.dunlin.criteria.tables.OutsideValueLog.OUTSIDE_VALUE_LOG;
import static org.jooq.impl.DSL.select;

import io.dunlin.criteria.PastTables;
import io.dunlin.criteria.Subject;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** What was known from sources outside on a day of the past. */
@Component
class OutsidePast implements PastTables {
    @Override
    public Map<Table<?>, Table<?>> on(LocalDate day, Company company, Set<Subject> about) {
        var log = OUTSIDE_VALUE_LOG;
        var then = select(
                        log.TENANT_ID,
                        log.INDICATOR,
                        log.SUBJECT_ID,
                        log.COMPANY_ID,
                        log.TEXT_VALUE,
                        log.NUMBER_VALUE,
                        log.DATE_VALUE,
                        log.DAY.as(OUTSIDE_VALUE.SINCE),
                        log.TOLD_AT,
                        log.SOURCE)
                .distinctOn(log.INDICATOR, log.SUBJECT_ID)
                .from(log)
                .where(log.TENANT_ID.eq(CurrentTenant.id()))
                .and(log.COMPANY_ID.eq(company.id()))
                .and(log.DAY.le(day))
                .orderBy(log.INDICATOR, log.SUBJECT_ID, log.DAY.desc(), log.ID.desc());
        return Map.of(OUTSIDE_VALUE, then.asTable("outside_then"));
    }
}
