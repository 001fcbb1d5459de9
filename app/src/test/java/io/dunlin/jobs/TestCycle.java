package io.dunlin.jobs;

import io.dunlin.testing.TestLedger;
import java.util.List;

/** A cycle of the steps that a test names. */
public final class TestCycle {
    private TestCycle() {}

    public static Cycle of(TestLedger ledger, CycleStep... steps) {
        return new Cycle(
                List.of(steps),
                new CycleLog(ledger.sql(), ledger.clock()),
                new DailyRuns(ledger.sql(), ledger.clock()),
                ledger.transaction());
    }
}
