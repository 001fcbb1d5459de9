package io.dunlin.ledger;

import io.dunlin.kernel.Rejected;

/** A STOCK file that would clear more than half of the open items: probably a partial file. Nothing was changed; a person may confirm. */
public final class ClearsTooMuch extends Rejected {
    private final long wouldClear;
    private final long open;

    public ClearsTooMuch(long wouldClear, long open) {
        super("ledger.load.clearsTooMuch", wouldClear, open);
        this.wouldClear = wouldClear;
        this.open = open;
    }

    public long wouldClear() {
        return wouldClear;
    }

    public long open() {
        return open;
    }
}
