package io.dunlin.ledger;

import io.dunlin.jobs.CycleStep;
import io.dunlin.tenancy.Company;
import java.time.Clock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is overdue changes with the calendar: facts are derived anew before anything that goes by them. */
@Component
@Order(0)
class FactsStep implements CycleStep {
    private final Facts facts;
    private final FactLog log;
    private final Clock clock;

    FactsStep(Facts facts, FactLog log, Clock clock) {
        this.facts = facts;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "ledger.facts";
    }

    /** An import has derived those of its own customers already. */
    @Override
    public boolean followsImports() {
        return false;
    }

    @Override
    public String page() {
        return "/customers";
    }

    @Override
    public long run(Company company) {
        facts.rebuild(company);
        log.add(company, company.today(clock));
        return facts.count(company);
    }
}
