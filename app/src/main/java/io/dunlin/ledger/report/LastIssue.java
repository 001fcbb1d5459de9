package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.max;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When the latest item was issued: a day with something to see in a ledger that is settled since. */
@Component
class LastIssue {
    private final DSLContext sql;

    LastIssue(DSLContext sql) {
        this.sql = sql;
    }

    /** Empty where nothing was issued before the day. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> before(Company company, LocalDate day) {
        return sql.select(max(ITEM.ISSUE_DATE))
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.COMPANY_ID.eq(company.id()))
                .and(ITEM.ISSUE_DATE.lt(day))
                .fetchOptional(row -> row.value1());
    }
}
