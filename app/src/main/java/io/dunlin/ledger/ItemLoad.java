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

    private final DSLContext sql;
    private final LoadOrder order;
    private final Facts facts;
    private final Clock clock;
    private final String tenant = CurrentTenant.id().toString();
    private final String importId;
    private final List<OptionalItemColumn> optional;
    private final TextCopy copy;
    private final Set<String> spared = new HashSet<>();
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
        copy.add(tenant)
                .add(importId)
                .add(row.rowNumber())
                .add(code)
                .add(ItemIdentity.key(code))
                .add(row.customerName())
                .add(ItemIdentity.of(row.number(), row.issueDate(), row.uniqueId()))
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
        var diff = new ItemDiff(sql, order, spared, clock);
        var rejected = diff.removeDuplicates();
        diff.settleIdentities();
        diff.guardClearing();
        diff.forgetEarlierImports();
        new NewCustomers(sql, order, clock).create();
        Staging.refreshLedgerStatistics(sql);
        diff.rememberChanged();
        diff.rememberAbsent();
        step.accept("ledger.load.step.apply");
        var lastBefore = diff.lastItem();
        var added = diff.insertNew();
        var history = new HistoryOfChanges(sql, order);
        history.begin(diff.columns());
        diff.updateChanged();
        diff.clearAbsent();
        history.write();
        step.accept("ledger.load.step.facts");
        var cleared = diff.countCleared();
        var absent = diff.countAbsent();
        var changed = diff.countRemembered() - cleared;
        facts.rebuildAfter(order, added + changed + cleared, lastBefore);
        var unchanged = rows - rejected.size() - added - changed - (cleared - absent);
        return new LoadOutcome(added, changed, unchanged, cleared, rejected);
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
