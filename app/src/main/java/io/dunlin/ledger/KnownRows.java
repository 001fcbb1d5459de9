package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.select;

import java.util.BitSet;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;

/**
 * The hashes of all rows that the items of a company were last written from, to tell at a glance which rows of a file say nothing
 * new, and which open items it does not name. Takes 12 to 24 bytes for each item.
 */
final class KnownRows {
    /** 192 MB. Beyond it nothing is known: every row is compared by the database, which takes longer and no more memory. */
    private static final int MOST = 16_000_000;

    private static final int FIRST_CAPACITY = 1 << 12;

    private final BitSet seen = new BitSet();
    private long[] slots = new long[FIRST_CAPACITY];
    private BitSet open = new BitSet();
    private int count;
    private boolean isComplete;

    private KnownRows(boolean isComplete) {
        this.isComplete = isComplete;
    }

    /** Of no item anything is known. */
    static KnownRows none() {
        return new KnownRows(false);
    }

    /** As the ledger stands in the running transaction. */
    static KnownRows of(DSLContext sql, LoadedRows rows) {
        var known = new KnownRows(true);
        Staging.readOut(
                sql,
                select(ITEM.FINGERPRINT, ITEM.CLEARED_ON.isNull())
                        .from(ITEM)
                        .where(rows.inCompany())
                        .and(ITEM.FINGERPRINT.isNotNull()),
                row -> known.add(row.getLong(), row.getBoolean()));
        return known.isComplete ? known : none();
    }

    private void add(long fingerprint, boolean isOpen) {
        if (count == MOST) {
            isComplete = false;
            return;
        }
        if (count * 3L > slots.length * 2L) {
            grow();
        }
        put(fingerprint, isOpen);
        count++;
    }

    private void put(long fingerprint, boolean isOpen) {
        var at = find(fingerprint);
        slots[at] = fingerprint;
        open.set(at, isOpen);
    }

    private void grow() {
        var before = slots;
        var openBefore = open;
        slots = new long[before.length * 2];
        open = new BitSet(slots.length);
        for (var at = 0; at < before.length; at++) {
            if (before[at] != 0) {
                put(before[at], openBefore.get(at));
            }
        }
    }

    /** False: too many items, or none, for knowing what they were written from. */
    boolean isComplete() {
        return isComplete;
    }

    /** Whether an item was written from a row that says exactly this; notes that the file names it. */
    boolean recognise(long fingerprint) {
        var at = find(fingerprint);
        if (slots[at] == 0) {
            return false;
        }
        seen.set(at);
        return true;
    }

    boolean contains(long fingerprint) {
        return slots[find(fingerprint)] != 0;
    }

    /** Hashes of the open items that no row of the file was equal to. */
    void eachUnseen(LongConsumer reader) {
        for (var at = open.nextSetBit(0); at >= 0; at = open.nextSetBit(at + 1)) {
            if (!seen.get(at)) {
                reader.accept(slots[at]);
            }
        }
    }

    /** The slot of the hash, or the empty one where it belongs. */
    private int find(long fingerprint) {
        var at = (int) (fingerprint ^ fingerprint >>> 32) & slots.length - 1;
        while (slots[at] != 0 && slots[at] != fingerprint) {
            at = at + 1 & slots.length - 1;
        }
        return at;
    }
}
