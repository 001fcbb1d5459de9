package io.dunlin.ledger.outside;

import io.dunlin.jobs.RunCycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Rules, scores and alerts go by what was told; once for all that is told while they wait for their turn. */
@Component
class AfterValues {
    private final RunCycle cycle;

    AfterValues(RunCycle cycle) {
        this.cycle = cycle;
    }

    @EventListener
    void on(ValuesTold told) {
        cycle.follow(told.company());
    }
}
