package io.dunlin.ledger;

import io.dunlin.jobs.DailyJob;
import io.dunlin.tenancy.Company;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is overdue changes with the calendar: the facts of a company are derived anew at the start of its day, before anything that goes by them. */
@Component
@Order(100)
class DailyFacts implements DailyJob {
    private final Facts facts;

    DailyFacts(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String code() {
        return "ledger.daily-facts";
    }

    @Override
    public void run(Company company) {
        facts.rebuild(company);
    }
}
