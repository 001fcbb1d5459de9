package io.dunlin.ledger;

import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemBefore.ITEM_BEFORE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.dunlin.database.Planning;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known of every customer and debtor on the company's present day, in one row each.
 *
 * <p>Facts are derived from items and their history, the order backlog from orders, and sales from imported months too, and from
 * nothing else: rebuilding all gives the same rows as rebuilding what an import touched.
 */
@Component
public class Facts {
    /** From this share of the items on, one pass over all is cheaper than picking out the touched customers. */
    private static final int WHOLE_FROM = 10;

    private final DSLContext sql;
    private final Clock clock;

    public Facts(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Derives the facts of all customers of the company anew, as of its present day. */
    @Transactional
    public void rebuild(Company company) {
        Staging.refreshLedgerStatistics(sql);
        rebuild(company, null);
    }

    /** How many customers have facts: all of the company. */
    int count(Company company) {
        return sql.fetchCount(
                CUSTOMER_FACT,
                CUSTOMER_FACT.TENANT_ID.eq(CurrentTenant.id()).and(CUSTOMER_FACT.COMPANY_ID.eq(company.id())));
    }

    /** After orders have changed, in their transaction. */
    void renewBacklog(Company company) {
        new OrderBacklog(sql).renew(company, company.today(clock));
    }

    /** After imported sales of months of these customers have changed, in their transaction. */
    void rebuildAfterSales(Company company, List<CustomerId> touched) {
        if (!touched.isEmpty()) {
            var whole = (long) touched.size() * WHOLE_FROM > count(company) || areOfAnotherDay(company);
            rebuild(company, whole ? null : touched);
        }
    }

    /**
     * After an import, in its transaction: the customers of the items it created or changed, and their debtors.
     *
     * @param lastBefore number of the last item before the import: what it created has higher ones
     */
    void rebuildAfter(LoadOrder order, long touchedItems, long lastBefore) {
        if (touchedItems == 0) {
            return;
        }
        var whole = lastBefore == 0 || isLargePart(touchedItems, order) || areOfAnotherDay(order.company());
        if (whole) {
            Staging.refreshLedgerStatistics(sql);
        }
        rebuild(order.company(), whole ? null : touchedBy(order, lastBefore));
    }

    /** Counts no further than the answer needs. */
    private boolean isLargePart(long touchedItems, LoadOrder order) {
        var limit = touchedItems * WHOLE_FROM;
        return limit
                > sql.fetchCount(select(inline(1))
                        .from(ITEM)
                        .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                        .and(ITEM.COMPANY_ID.eq(order.company().id()))
                        .limit(limit));
    }

    /** What is overdue changes with the calendar: facts of yesterday are renewed for everybody. */
    private boolean areOfAnotherDay(Company company) {
        return sql.fetchExists(selectOne()
                .from(CUSTOMER_FACT)
                .where(CUSTOMER_FACT.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_FACT.COMPANY_ID.eq(company.id()))
                .and(CUSTOMER_FACT.AS_OF.ne(company.today(clock))));
    }

    private void rebuild(Company company, @Nullable List<CustomerId> touched) {
        var day = company.today(clock);
        var scope = new FactScope(company, day, touched, CurrencyFactors.lookedUp(sql, company, day));
        Planning.withoutNestedLoops(sql, () -> {
            new CustomerFacts(sql, scope).rebuild();
            new DebtorFacts(sql).rebuild(scope);
        });
    }

    /** Customers of touched items, and those that such items were taken from. */
    private List<CustomerId> touchedBy(LoadOrder order, long lastBefore) {
        var tenant = CurrentTenant.id();
        var isRemembered = ITEM_BEFORE.TENANT_ID.eq(tenant).and(ITEM_BEFORE.IMPORT_ID.eq(order.importId()));
        return sql.select(ITEM.CUSTOMER_ID)
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(tenant))
                .and(ITEM.ID.coerce(Long.class).gt(lastBefore))
                .and(ITEM.CREATED_IMPORT.eq(order.importId()))
                .union(select(ITEM_BEFORE.CUSTOMER_ID).from(ITEM_BEFORE).where(isRemembered))
                .union(select(ITEM.CUSTOMER_ID)
                        .from(ITEM_BEFORE)
                        .join(ITEM)
                        .on(ITEM.TENANT_ID.eq(tenant), ITEM.ID.eq(ITEM_BEFORE.ID))
                        .where(isRemembered))
                .fetch(ITEM.CUSTOMER_ID);
    }
}
