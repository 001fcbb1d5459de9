package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.selectOne;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
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
     * @param issue of the oldest item, or the day asked about where one is older; null: there are none
     * @param payment the first one known, or the day asked about where one is earlier: what was paid before it, and was not loaded, is
     *     missing; null: none is known
     */
    record Days(@Nullable LocalDate issue, @Nullable LocalDate payment) {}

    /**
     * Where the ledger is known on the days already, no more is told: its first items answer that, while the earliest days have to be
     * looked for among all of them.
     *
     * @param issue the earliest day on which anybody asks for items
     * @param payment the earliest day on which anybody asks for payments
     */
    @Transactional(readOnly = true)
    public Days of(Company company, LocalDate issue, LocalDate payment) {
        var areItemsKnown = exists(first(company, ITEM.ISSUE_DATE.le(issue)));
        var arePaymentsKnown = exists(first(company, ITEM.CLEARED_ON.le(payment)));
        var isKnown = sql.select(field(areItemsKnown.and(arePaymentsKnown))).fetchSingle();
        return Boolean.TRUE.equals(isKnown.value1()) ? new Days(issue, payment) : earliest(company);
    }

    private static Select<?> first(Company company, Condition condition) {
        return selectOne()
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.COMPANY_ID.eq(company.id()))
                .and(condition);
    }

    private Days earliest(Company company) {
        return sql.select(min(ITEM.ISSUE_DATE), min(ITEM.CLEARED_ON))
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.COMPANY_ID.eq(company.id()))
                .fetchSingle(row -> new Days(row.value1(), row.value2()));
    }
}
