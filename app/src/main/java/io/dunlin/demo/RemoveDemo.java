package io.dunlin.demo;

import io.dunlin.jobs.JobKind;
import io.dunlin.jobs.JobRun;
import org.springframework.stereotype.Component;

/** Removes the demo companies with all their data. Nothing is left to do when it is run again. */
@Component
class RemoveDemo implements JobKind {
    static final String CODE = "demo.remove";

    private final DemoRemainders remainders;

    RemoveDemo(DemoRemainders remainders) {
        this.remainders = remainders;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void run(JobRun run) {
        run.step("demo.step.remove");
        remainders.clear();
    }
}
