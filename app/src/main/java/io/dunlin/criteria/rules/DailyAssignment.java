package io.dunlin.criteria.rules;

import io.dunlin.jobs.DailyJob;
import io.dunlin.tenancy.Company;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What rules decide may change with the calendar: the automatic ones of a company run as its day begins, on the facts of that day. */
@Component
@Order(DailyAssignment.AFTER_FACTS)
class DailyAssignment implements DailyJob {
    static final int AFTER_FACTS = 200;

    private final RuleRuns runs;

    DailyAssignment(RuleRuns runs) {
        this.runs = runs;
    }

    @Override
    public String code() {
        return "criteria.daily-assignment";
    }

    @Override
    public void run(Company company) {
        runs.runAutomatic(company);
    }
}
