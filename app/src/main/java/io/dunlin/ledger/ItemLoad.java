package io.dunlin.ledger;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * One file of items on its way into the ledger: {@link #add} every row; where {@link #needsAnotherPass}, all of them once more;
 * then {@link #apply}. Not for more than one thread.
 *
 * <p>Only rows that say something else than the ledger was last told are staged and compared: of most files these are few.
 */
public final class ItemLoad implements AutoCloseable {
    /** New rows from which on the planner must be told of them. */
    private static final int MANY = 1000;

    private final DSLContext sql;
    private final LoadOrder order;
    private final Facts facts;
    private final Clock clock;
    private final ItemStage stage;
    private final ItemDiff diff;
    private final ItemColumns columns;
    private final boolean isFirst;
    private final KnownRows known;
    private final Set<String> spared = new HashSet<>();
    private final RepeatFilter repeats = new RepeatFilter();
    private List<LoadOutcome.RejectedRow> rejected = List.of();
    private long rows;
    private long staged;
    private boolean isAnotherPass;
    private boolean isRead;

    ItemLoad(DSLContext sql, LoadOrder order, Facts facts, Clock clock) {
        this.sql = sql;
        this.order = order;
        this.facts = facts;
        this.clock = clock;
        this.columns = new ItemColumns(order);
        this.diff = new ItemDiff(sql, order, columns);
        this.stage = new ItemStage(sql, order);
        this.isFirst = !diff.hasItems();
        this.known = isFirst ? KnownRows.none() : KnownRows.of(sql, new LoadedRows(order));
        stage.begin();
    }

    /** Stages the row. A row with a date of clearing has nothing open, whatever its open amount says. */
    public void add(ItemRow row) {
        var identity = ItemIdentity.of(row.number(), row.issueDate(), row.uniqueId());
        var hash = stage.fingerprint(row);
        if (isAnotherPass ? known.contains(hash) && repeats.isSuspect(identity) : !known.recognise(hash)) {
            stage.add(row, identity, hash);
            staged++;
        }
        if (!isAnotherPass) {
            repeats.add(identity);
            rows++;
        }
    }

    /** A row of the file names this item but could not be used: the item is not absent, so a STOCK file does not clear it. */
    public void spare(String number) {
        if (order.mode() == LoadOrder.Mode.STOCK && !number.isBlank()) {
            spared.add(ItemIdentity.key(number));
        }
    }

    /**
     * After the last row. True: an item may be named by several rows of which the ledger knows one, and only a look at all of
     * them tells which comes first; every row must be added once more.
     */
    public boolean needsAnotherPass() {
        isRead = true;
        isAnotherPass = known.isComplete() && repeats.suspects().length > 0;
        return isAnotherPass;
    }

    /**
     * Compares what was staged with the ledger and applies the difference, history and facts included.
     *
     * @param step told the message key of each phase as it begins
     * @throws ClearsTooMuch when a STOCK file would clear more than half of the open items and nobody has confirmed
     */
    public LoadOutcome apply(Consumer<String> step) {
        if (!isRead) {
            throw new IllegalStateException("Ask first whether another pass is needed");
        }
        stage.end();
        if (order.mode() == LoadOrder.Mode.STOCK) {
            stage.addUnseen(known);
        }
        Staging.refreshStatistics(sql);
        rejected = diff.removeRepeatedRows(repeats);
        step.accept("ledger.load.step.compare");
        if (!isFirst) {
            diff.settleIdentities();
        }
        if (new NewCustomers(sql, order, clock).create() >= MANY) {
            Staging.refreshLedgerStatistics(sql);
        }
        var changes = new ItemChanges(sql, order, columns, clock);
        changes.forgetEarlierImports();
        var done = isFirst ? applyFirst(changes, step) : applyNext(changes, step);
        step.accept("ledger.load.step.facts");
        facts.rebuildAfter(order, done.touched(), done.lastBefore());
        var unchanged = rows - rejected.size() - done.added() - done.changed() - (done.cleared() - done.absent());
        return new LoadOutcome(done.added(), done.changed(), unchanged, done.cleared(), rejected);
    }

    /** Rows that the ledger was not told in the same words before. */
    long staged() {
        return staged;
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

    private Applied applyNext(ItemChanges changes, Consumer<String> step) {
        if (diff.compareRows() < staged - rejected.size()) {
            Staging.refreshChangeStatistics(sql);
            changes.renewFingerprints();
        }
        diff.compareAbsence(known, spared);
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

    /** Breaks off what is being staged. To be called in any case. */
    @Override
    public void close() {
        stage.cancel();
    }
}
