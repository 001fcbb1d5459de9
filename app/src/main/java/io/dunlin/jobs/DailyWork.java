package io.dunlin.jobs;

import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Tenants;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does each company's daily work once its own day has begun: first the steps that follow each other, then all else. */
@Component
class DailyWork {
    private static final Logger log = LoggerFactory.getLogger(DailyWork.class);

    private final Tenants tenants;
    private final Companies companies;
    private final DailyRuns runs;
    private final Cycle cycle;
    private final List<DailyJob> jobs;
    private final TransactionTemplate transaction;

    DailyWork(
            Tenants tenants,
            Companies companies,
            DailyRuns runs,
            Cycle cycle,
            List<DailyJob> jobs,
            TransactionTemplate transaction) {
        this.tenants = tenants;
        this.companies = companies;
        this.runs = runs;
        this.cycle = cycle;
        this.jobs = List.copyOf(jobs);
        this.transaction = transaction;
    }

    void doWhatIsDue() {
        for (var tenant : tenants.withUsers()) {
            CurrentTenant.run(tenant, () -> {
                for (var company : transaction.execute(status -> companies.all())) {
                    cycle.beginDay(company);
                    jobs.forEach(job -> runOnce(job, company));
                }
            });
        }
    }

    private void runOnce(DailyJob job, Company company) {
        try {
            transaction.executeWithoutResult(status -> {
                if (runs.begin(company, job.code())) {
                    job.run(company);
                    log.info("Daily work {} of company {} is done", job.code(), company.code());
                }
            });
        } catch (RuntimeException failure) {
            // One company's failure must not keep the others from their day.
            log.error(
                    "Daily work {} of company {} failed and will be tried again", job.code(), company.code(), failure);
        }
    }
}
