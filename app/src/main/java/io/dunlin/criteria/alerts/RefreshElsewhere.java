package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.Alert.ALERT;

import io.dunlin.jobs.Job;
import io.dunlin.jobs.JobKind;
import io.dunlin.jobs.JobRun;
import io.dunlin.jobs.Jobs;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CurrentTenant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an alert that was saved through the other companies of the tenant; whoever saved it waits for none but the one shown. */
@Component
public class RefreshElsewhere implements JobKind {
    private static final String CODE = "criteria.alerts.elsewhere";

    private final DSLContext sql;
    private final AlertRefresh refresh;
    private final Companies companies;
    private final Jobs jobs;

    RefreshElsewhere(DSLContext sql, AlertRefresh refresh, Companies companies, Jobs jobs) {
        this.sql = sql;
        this.refresh = refresh;
        this.companies = companies;
        this.jobs = jobs;
    }

    /** Begins as the transaction of the caller is done. */
    void submit(Alert alert, Company here) {
        if (companies.all().size() == 1) {
            return;
        }
        var job = jobs.submit(
                CODE,
                alert.name(),
                Map.of("alert", alert.id(), "here", here.id().value()));
        sql.update(ALERT)
                .set(ALERT.JOB_ID, job)
                .where(ALERT.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT.ID.eq(alert.id()))
                .execute();
    }

    /** The job that still takes the alert through the other companies; empty: it is through, or it failed. */
    @Transactional(readOnly = true)
    public Optional<Job> running(long alert) {
        return sql.select(ALERT.JOB_ID)
                .from(ALERT)
                .where(ALERT.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT.ID.eq(alert))
                .and(ALERT.JOB_ID.isNotNull())
                .fetchOptional(ALERT.JOB_ID)
                .flatMap(jobs::find)
                .filter(Job::isActive);
    }

    @Override
    public String code() {
        return CODE;
    }

    /** Each company in a transaction of its own. What is done already is done again: it finds the same. */
    @Override
    public void run(JobRun run) {
        run.step("criteria.alerts.elsewhere.running");
        var here = new CompanyId(run.payload().get("here").asLong());
        var others = companies.all().stream()
                .filter(company -> !company.id().equals(here))
                .toList();
        for (var at = 0; at < others.size(); at++) {
            run.checkCancelled();
            run.progress(at, others.size());
            refresh.refresh(others.get(at), run.payload().get("alert").asLong());
        }
        run.progress(others.size(), others.size());
        run.result(Map.of("companies", others.size()));
    }
}
