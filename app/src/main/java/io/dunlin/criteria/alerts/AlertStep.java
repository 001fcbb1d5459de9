package io.dunlin.criteria.alerts;

import io.dunlin.jobs.CycleStep;
import io.dunlin.tenancy.Company;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whom alerts find may change with each file and with the calendar; after the rules, whose values alerts may ask for. */
@Component
@Order(200)
class AlertStep implements CycleStep {
    private final AlertRefresh refresh;

    AlertStep(AlertRefresh refresh) {
        this.refresh = refresh;
    }

    @Override
    public String code() {
        return "criteria.alerts";
    }

    @Override
    public String page() {
        return "/alerts";
    }

    @Override
    public long run(Company company) {
        return refresh.refresh(company);
    }
}
