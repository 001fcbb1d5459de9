package io.dunlin.ledger;

import static io.dunlin.ledger.tables.StageItem.STAGE_ITEM;

import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;

/** One file of items on its way into the ledger: {@link #add} every row, then {@link #apply} once. Not for more than one thread. */
public final class ItemLoad implements AutoCloseable {
    private static final List<Field<?>> FIXED = List.of(
            STAGE_ITEM.TENANT_ID,
            STAGE_ITEM.IMPORT_ID,
            STAGE_ITEM.ROW_NUMBER,
            STAGE_ITEM.CUSTOMER_CODE,
            STAGE_ITEM.CUSTOMER_KEY,
            STAGE_ITEM.CUSTOMER_NAME,
            STAGE_ITEM.IDENTITY,
            STAGE_ITEM.KIND,
            STAGE_ITEM.NUMBER,
            STAGE_ITEM.CURRENCY,
            STAGE_ITEM.ORIGINAL_AMOUNT,
            STAGE_ITEM.OPEN_AMOUNT,
            STAGE_ITEM.ISSUE_DATE,
            STAGE_ITEM.DUE_DATE,
            STAGE_ITEM.DUE_DATE_ASSUMED,
            STAGE_ITEM.CLEARED_ON);

    /** New rows from which on the planner must be told of them. */
    private static final int MANY = 1000;

    private final DSLContext sql;
    private final LoadOrder order;
    private final Facts facts;
    private final Clock clock;
    private final String tenant = CurrentTenant.id().toString();
    private final String importId;
    private final List<OptionalItemColumn> optional;
    private final TextCopy copy;
    private final Set<String> spared = new HashSet<>();
    private final RepeatFilter repeats = new RepeatFilter();
    private long rows;

    ItemLoad(DSLContext sql, LoadOrder order, Facts facts, Clock clock) {
        this.sql = sql;
        this.order = order;
        this.facts = facts;
        this.clock = clock;
        this.importId = Long.toString(order.importId());
        this.optional = Stream.of(OptionalItemColumn.values())
                .filter(column -> order.fields().contains(column.column()))
                .toList();
        var columns = new ArrayList<>(FIXED);
        optional.forEach(column -> columns.add(STAGE_ITEM.field(column.column())));
        this.copy = Staging.into(sql, STAGE_ITEM, columns);
    }

    /** Stages the row. A row with a date of clearing has nothing open, whatever its open amount says. */
    public void add(ItemRow row) {
        var code = row.customerCode().strip();
        var identity = ItemIdentity.of(row.number(), row.issueDate(), row.uniqueId());
        repeats.add(identity);
        copy.add(tenant)
                .add(importId)
                .add(row.rowNumber())
                .add(code)
                .add(ItemIdentity.key(code))
                .add(row.customerName())
                .add(identity)
                .add(row.kind().name())
                .add(row.number())
                .add(row.currency())
                .add(row.originalAmount())
                .add(row.clearedOn() == null ? row.openAmount() : BigDecimal.ZERO)
                .add(row.issueDate())
                .add(row.dueDate() == null ? row.issueDate() : row.dueDate())
                .add(row.dueDate() == null)
                .add(row.clearedOn());
        optional.forEach(column -> copy.add(column.textOf(row)));
        rows++;
        try {
            copy.endRow();
        } catch (SQLException failure) {
            throw Staging.failure(failure);
        }
    }

    /** A row of the file names this item but could not be used: the item is not absent, so a STOCK file does not clear it. */
    public void spare(String number) {
        if (order.mode() == LoadOrder.Mode.STOCK && !number.isBlank()) {
            spared.add(ItemIdentity.key(number));
        }
    }

    /**
     * Compares what was staged with the ledger and applies the difference, history and facts included.
     *
     * @param step told the message key of each phase as it begins
     * @throws ClearsTooMuch when a STOCK file would clear more than half of the open items and nobody has confirmed
     */
    public LoadOutcome apply(Consumer<String> step) {
        try {
            copy.end();
        } catch (SQLException failure) {
            throw Staging.failure(failure);
        }
        step.accept("ledger.load.step.compare");
        Staging.refreshStatistics(sql);
        var columns = new ItemColumns(order);
        var diff = new ItemDiff(sql, order, columns);
        var rejected = diff.removeDuplicates(repeats);
        var isFirst = !diff.hasItems();
        if (!isFirst) {
            diff.settleIdentities();
        }
        if (new NewCustomers(sql, order, clock).create() >= MANY) {
            Staging.refreshLedgerStatistics(sql);
        }
        var changes = new ItemChanges(sql, order, columns, clock);
        changes.forgetEarlierImports();
        var done = isFirst ? applyFirst(changes, step) : applyNext(diff, changes, columns, step);
        step.accept("ledger.load.step.facts");
        facts.rebuildAfter(order, done.touched(), done.lastBefore());
        var staged = rows - rejected.size();
        var unchanged = staged - done.added() - done.changed() - (done.cleared() - done.absent());
        return new LoadOutcome(done.added(), done.changed(), unchanged, done.cleared(), rejected);
    }

    /**
     * What was applied.
     *
     * @param changed items that the file says something else of, other than that they are cleared
     * @param cleared items that were open and are no longer
     * @param absent of these, the ones that the file does not name
     * @param lastBefore number of the last item before
     */
    private record Applied(long added, long changed, long cleared, long absent, long lastBefore) {
        long touched() {
            return added + changed + cleared;
        }
    }

    /** The company has no items: all rows are new, there is nothing to compare. */
    private Applied applyFirst(ItemChanges changes, Consumer<String> step) {
        step.accept("ledger.load.step.apply");
        var lastBefore = changes.lastItem();
        var added = changes.insertAll();
        new HistoryOfNew(sql, order, lastBefore).write();
        return new Applied(added, 0, 0, 0, lastBefore);
    }

    private Applied applyNext(ItemDiff diff, ItemChanges changes, ItemColumns columns, Consumer<String> step) {
        diff.compareRows();
        diff.compareAbsence(spared);
        Staging.refreshChangeStatistics(sql);
        step.accept("ledger.load.step.apply");
        var remembered = changes.remember();
        var lastBefore = changes.lastItem();
        var added = changes.insertNew();
        if (added > 0) {
            new HistoryOfNew(sql, order, lastBefore).write();
        }
        if (remembered == 0) {
            return new Applied(added, 0, 0, 0, lastBefore);
        }
        if (added >= MANY) {
            Staging.refreshLedgerStatistics(sql);
        }
        Staging.refreshChangeStatistics(sql);
        var history = new HistoryOfChanges(sql, order);
        history.begin(columns);
        changes.updateChanged();
        changes.clearAbsent();
        history.write();
        var cleared = changes.countCleared();
        return new Applied(added, remembered - cleared.all(), cleared.all(), cleared.absent(), lastBefore);
    }

    /** Empties the staging area of this load. To be called in any case, after the transaction has ended or within it. */
    @Override
    public void close() {
        try {
            copy.cancel();
        } catch (SQLException failure) {
            throw Staging.failure(failure);
        }
    }
}
