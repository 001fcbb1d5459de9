package io.dunlin.criteria.rules;

import io.dunlin.jobs.CycleStep;
import io.dunlin.tenancy.Company;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What rules decide may change with each file and with the calendar. */
@Component
@Order(100)
class AssignmentStep implements CycleStep {
    private final RuleRuns runs;

    AssignmentStep(RuleRuns runs) {
        this.runs = runs;
    }

    @Override
    public String code() {
        return "criteria.assignment";
    }

    @Override
    public String page() {
        return "/settings/rules/runs";
    }

    @Override
    public long run(Company company) {
        return runs.runAutomatic(company);
    }
}
