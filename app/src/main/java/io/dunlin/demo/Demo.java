package io.dunlin.demo;

import io.dunlin.jobs.JobId;
import io.dunlin.jobs.Jobs;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The demo companies of the current tenant: loaded and removed by jobs. */
@Component
public class Demo {
    private static final int CUSTOMERS = 2_000;
    private static final String TITLE = "Demo";

    private final Companies companies;
    private final Jobs jobs;
    private final AuditTrail audit;

    public Demo(Companies companies, Jobs jobs, AuditTrail audit) {
        this.companies = companies;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** Those that are there; empty where the demo is not loaded. */
    @Transactional(readOnly = true)
    public List<Company> present() {
        return companies.demo();
    }

    /** Whether it is being loaded or removed. */
    @Transactional(readOnly = true)
    public boolean isBusy() {
        return jobs.active().stream()
                .anyMatch(job -> job.kind().equals(LoadDemo.CODE) || job.kind().equals(RemoveDemo.CODE));
    }

    /** Refuses where it is there already. */
    @Transactional
    public JobId load() {
        return load(CUSTOMERS);
    }

    /** @param customers about how many; each has twenty items on average */
    @Transactional
    JobId load(int customers) {
        if (isBusy() || !present().isEmpty()) {
            throw new Rejected("demo.rejected.present");
        }
        audit.record("demo.loaded", TITLE, Map.of());
        return jobs.submit(LoadDemo.CODE, TITLE, Map.of("customers", customers));
    }

    @Transactional
    public JobId remove() {
        if (isBusy()) {
            throw new Rejected("demo.rejected.busy");
        }
        audit.record("demo.removed", TITLE, Map.of());
        return jobs.submit(RemoveDemo.CODE, TITLE, Map.of());
    }
}
