package io.dunlin.jobs;

import io.dunlin.jobs.CycleRun.Cause;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CompanyId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs the steps of a company because somebody asked for it, or because something has become known of its customers. */
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
        return jobs.submit(CODE, company.name(), order(company, Cause.HAND));
    }

    /** The steps go by what the transaction of the caller makes known; where a run waits for its turn already, with that one. */
    public void follow(Company company) {
        jobs.submitUnlessWaiting(CODE, company.name(), order(company, Cause.NEWS));
    }

    private static Map<String, Object> order(Company company, Cause cause) {
        return Map.of("company", company.id().value(), "cause", cause.name());
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void run(JobRun run) {
        run.step("jobs.cycle.running");
        var company = companies.get(new CompanyId(run.payload().get("company").asLong()));
        var by = jobs.get(run.id()).creator();
        var isNews = Cause.NEWS.name().equals(run.payload().path("cause").asString(""));
        if (!(isNews ? cycle.runAfterNews(company, by) : cycle.runByHand(company, by))) {
            throw new Rejected("jobs.cycle.broke");
        }
    }
}
