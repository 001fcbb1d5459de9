package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.min;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far back the ledger of a company is known. */
@Component
class LedgerStart {
    private final DSLContext sql;

    LedgerStart(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param issue of the oldest item; null: there are none
     * @param payment the first one known: what was paid before it, and was not loaded, is missing; null: none is known
     */
    record Days(@Nullable LocalDate issue, @Nullable LocalDate payment) {}

    @Transactional(readOnly = true)
    public Days of(Company company) {
        return sql.select(min(ITEM.ISSUE_DATE), min(ITEM.CLEARED_ON))
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.COMPANY_ID.eq(company.id()))
                .fetchSingle(row -> new Days(row.value1(), row.value2()));
    }
}
