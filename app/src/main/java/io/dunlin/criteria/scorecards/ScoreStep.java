package io.dunlin.criteria.scorecards;

import io.dunlin.jobs.CycleStep;
import io.dunlin.tenancy.Company;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Scores may change with each file and with the calendar; they are there before rules are asked, which may go by them. */
@Component
@Order(50)
class ScoreStep implements CycleStep {
    private final ScoreRuns runs;

    ScoreStep(ScoreRuns runs) {
        this.runs = runs;
    }

    @Override
    public String code() {
        return "criteria.scores";
    }

    @Override
    public String page() {
        return "/settings/scorecards";
    }

    @Override
    public long run(Company company) {
        return runs.runAll(company);
    }
}
