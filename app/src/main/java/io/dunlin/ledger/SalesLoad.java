package io.dunlin.ledger;

import static io.dunlin.ledger.tables.StageSales.STAGE_SALES;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/** One file of sales by month on its way into the ledger: {@link #add} every row, then {@link #apply} once. */
public final class SalesLoad implements AutoCloseable {
    private final DSLContext sql;
    private final Facts facts;
    private final LoadOrder order;
    private final TenantId tenant = CurrentTenant.id();
    private final TextCopy copy;
    private long rows;

    SalesLoad(DSLContext sql, Facts facts, LoadOrder order) {
        this.sql = sql;
        this.facts = facts;
        this.order = order;
        this.copy = Staging.into(sql, STAGE_SALES, Arrays.asList(STAGE_SALES.fields()));
    }

    /** Stages the row. */
    public void add(SalesRow row) {
        copy.add(tenant.value())
                .add(order.importId())
                .add(row.rowNumber())
                .add(row.customerCode().strip())
                .add(ItemIdentity.key(row.customerCode()))
                .add(row.month())
                .add(row.currency())
                .add(row.amount())
                .add(row.amountNet());
        rows++;
        copy.endRow();
    }

    /** Adds the months that are new and corrects those that were known otherwise; the facts of their customers with them. */
    public LoadOutcome apply(Consumer<String> step) {
        copy.end();
        step.accept("ledger.load.step.compare");
        Staging.refreshStatistics(sql);
        var diff = new SalesDiff(sql, order);
        var rejected = new ArrayList<>(diff.removeWithoutCustomer());
        rejected.addAll(diff.removeRepeated());
        diff.forgetEarlierImports();
        diff.rememberChanged();
        step.accept("ledger.load.step.apply");
        var changed = diff.updateChanged();
        var added = diff.insertNew();
        if (added + changed > 0) {
            step.accept("ledger.load.step.facts");
            facts.rebuildAfterSales(order.company(), ImportedMonths.touchedBy(sql, order.importId()));
        }
        return new LoadOutcome(added, changed, rows - rejected.size() - added - changed, 0, rejected);
    }

    @Override
    public void close() {
        copy.cancel();
    }
}
