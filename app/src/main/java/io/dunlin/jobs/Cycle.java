package io.dunlin.jobs;

import io.dunlin.tenancy.Company;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps that follow an import, and that begin a company's day, one after the other. */
@Component
@Order(Cycle.AFTER_FACTS)
public class Cycle implements DailyJob {
    private static final Logger log = LoggerFactory.getLogger(Cycle.class);
    static final int AFTER_FACTS = 200;

    private final List<CycleStep> steps;
    private final TransactionTemplate transaction;

    public Cycle(List<CycleStep> steps, TransactionTemplate transaction) {
        this.steps = List.copyOf(steps);
        this.transaction = transaction;
    }

    @Override
    public String code() {
        return "jobs.cycle";
    }

    @Override
    public void run(Company company) {
        steps.forEach(step -> step.run(company));
    }

    /** The file is in, whatever becomes of the steps: those that fail run again with the next one, and as the day begins. */
    public void runAfterImport(Company company) {
        for (var step : steps) {
            try {
                transaction.executeWithoutResult(status -> step.run(company));
            } catch (RuntimeException failure) {
                log.error("{} of company {} failed after an import", step.code(), company.code(), failure);
                return;
            }
        }
    }
}
