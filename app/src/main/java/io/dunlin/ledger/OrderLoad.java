package io.dunlin.ledger;

import static io.dunlin.ledger.tables.StageOrder.STAGE_ORDER;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/** One file of open orders on its way into the ledger: {@link #add} every row, then {@link #apply} once. */
public final class OrderLoad implements AutoCloseable {
    private final DSLContext sql;
    private final LoadOrder order;
    private final Facts facts;
    private final TenantId tenant = CurrentTenant.id();
    private final TextCopy copy;
    private long rows;

    OrderLoad(DSLContext sql, LoadOrder order, Facts facts) {
        this.sql = sql;
        this.order = order;
        this.facts = facts;
        this.copy = Staging.into(sql, STAGE_ORDER, Arrays.asList(STAGE_ORDER.fields()));
    }

    /** Stages the row. */
    public void add(OrderRow row) {
        begin(row.rowNumber(), row.customerCode(), row.number())
                .add(row.orderDate())
                .add(row.expectedDate())
                .add(row.currency())
                .add(row.amount())
                .add(row.description())
                .add(true);
        rows++;
        copy.endRow();
    }

    /** A row of the file names this order but could not be used: the order is not absent, so the file does not end it. */
    public void spare(long rowNumber, String customerCode, String number) {
        if (order.mode() == LoadOrder.Mode.STOCK && !number.isBlank()) {
            var nothing = (String) null;
            begin(rowNumber, customerCode, number)
                    .add(nothing)
                    .add(nothing)
                    .add(nothing)
                    .add(nothing)
                    .add(nothing)
                    .add(false);
            copy.endRow();
        }
    }

    /**
     * Compares what was staged with the ledger and applies the difference, the order backlog of the customers included.
     *
     * @throws ClearsTooMuch when a file of all open orders would end more than half of them and nobody has confirmed
     */
    public LoadOutcome apply(Consumer<String> step) {
        copy.end();
        step.accept("ledger.load.step.compare");
        Staging.refreshStatistics(sql);
        var diff = new OrderDiff(sql, order);
        var rejected = new ArrayList<>(diff.removeWithoutCustomer());
        rejected.addAll(diff.removeRepeated());
        diff.forgetEarlierImports();
        diff.rememberEnded();
        diff.rememberChanged();
        step.accept("ledger.load.step.apply");
        var ended = diff.deleteEnded();
        var changed = diff.updateChanged();
        var added = diff.insertNew();
        if (added + changed + ended.all() > 0) {
            step.accept("ledger.load.step.facts");
            facts.renewBacklog(order.company());
        }
        var unchanged = rows - rejected.size() - added - changed - (ended.all() - ended.absent());
        return new LoadOutcome(added, changed, unchanged, ended.all(), rejected);
    }

    private TextCopy begin(long rowNumber, String customerCode, String number) {
        return copy.add(tenant.value())
                .add(order.importId())
                .add(rowNumber)
                .add(customerCode.strip())
                .add(ItemIdentity.key(customerCode))
                .add(number.strip())
                .add(ItemIdentity.key(number));
    }

    @Override
    public void close() {
        copy.cancel();
    }
}
