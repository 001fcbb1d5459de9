package io.dunlin.jobs;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CompanyId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs the steps of a company because somebody asked for it. */
@Component
public class RunCycle implements JobKind {
    static final String CODE = "jobs.cycle";

    private final Cycle cycle;
    private final Companies companies;
    private final Jobs jobs;

    RunCycle(Cycle cycle, Companies companies, Jobs jobs) {
        this.cycle = cycle;
        this.companies = companies;
        this.jobs = jobs;
    }

    public JobId submit(Company company) {
        return jobs.submit(CODE, company.name(), Map.of("company", company.id().value()));
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void run(JobRun run) {
        run.step("jobs.cycle.running");
        var company = companies.get(new CompanyId(run.payload().get("company").asLong()));
        if (!cycle.runByHand(company, jobs.get(run.id()).creator())) {
            throw new Rejected("jobs.cycle.broke");
        }
    }
}
