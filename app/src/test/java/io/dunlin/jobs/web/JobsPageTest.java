package io.dunlin.jobs.web;

import static io.dunlin.jobs.tables.Job.JOB;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.jobs.Job;
import io.dunlin.jobs.JobId;
import io.dunlin.jobs.JobState;
import io.dunlin.jobs.Jobs;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.UserId;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.RunningApplication;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class JobsPageTest extends RunningApplication {
    private Subscriber subscriber = new Subscriber(new TenantId(1), "");

    @BeforeEach
    void subscribe() {
        subscriber = newTenant();
    }

    @Test
    void a_running_job_shows_its_progress_and_can_be_cancelled() {
        var job = job(JobState.RUNNING, subscriber.administrator());
        var browser = signedIn(subscriber.administrator());

        assertThat(browser.get("/jobs").body()).contains("receivables.csv", "/jobs/" + job + "/events");
        assertThat(browser.get("/jobs/" + job).body()).contains("30 of 120", "value=\"25\"", "/cancel");

        assertThat(browser.redirect(browser.post("/jobs/" + job + "/cancel"))).isEqualTo("/jobs/" + job);
        assertThat(get(job).cancelRequested()).isTrue();
        assertThat(browser.get("/jobs/" + job).body()).contains("Stopping").doesNotContain("/cancel");
    }

    @Test
    void a_failed_job_says_why_and_can_be_run_again() {
        var job = job(JobState.FAILED, subscriber.administrator());
        var browser = signedIn(subscriber.administrator());

        assertThat(browser.get("/jobs/" + job).body())
                .contains(
                        "This version of Dunlin no longer knows this kind of work (test.gone); nothing was changed.",
                        "/retry");

        browser.post("/jobs/" + job + "/retry");
        // The node has taken it up and come to the same end, or is about to.
        assertThat(get(job).endedAt())
                .isNotEqualTo(OffsetDateTime.parse("2026-11-20T12:05Z").toInstant());
    }

    @Test
    void an_open_page_is_told_of_the_end() {
        var job = job(JobState.RUNNING, subscriber.administrator());
        var browser = signedIn(subscriber.administrator());

        var told = CompletableFuture.supplyAsync(() -> browser.get("/jobs/" + job + "/events"));
        end(job);

        var events = told.join();
        assertThat(events.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(events.body()).contains("event:progress", "\"text\":\"Done\"", "event:end");
    }

    @Test
    void the_top_bar_is_told_when_nothing_runs_any_more() {
        var events = signedIn(subscriber.administrator()).get("/jobs/events");

        assertThat(events.body()).contains("event:end", "[]");
    }

    @Test
    void a_program_reads_a_job_as_json() {
        var job = job(JobState.FAILED, subscriber.administrator());

        var answer = browser().get("/api/v1/jobs/" + job, "Authorization", basic(subscriber.administrator()));

        assertThat(answer.body())
                .contains("\"state\":\"FAILED\"", "\"done\":30", "\"percent\":25", "no longer knows this kind");
    }

    @Test
    void somebody_elses_job_does_not_exist() {
        var job = job(JobState.FAILED, subscriber.administrator());
        var collector = signedIn(newUser(subscriber.tenant(), Role.COLLECTOR));
        var stranger = signedIn(newTenant().administrator());

        for (var browser : List.of(collector, stranger)) {
            assertThat(browser.get("/jobs").body()).doesNotContain("receivables.csv");
            assertThat(browser.get("/jobs/" + job).statusCode()).isEqualTo(404);
            assertThat(browser.get("/jobs/" + job + "/events").statusCode()).isEqualTo(404);
            assertThat(browser.post("/jobs/" + job + "/retry").statusCode()).isEqualTo(404);
        }
        assertThat(get(job).state()).isEqualTo(JobState.FAILED);
    }

    private JobId job(JobState state, String creator) {
        return inTenant(sql -> sql.insertInto(JOB)
                .set(JOB.TENANT_ID, CurrentTenant.id())
                .set(JOB.KIND, "test.gone")
                .set(JOB.TITLE, "receivables.csv")
                .set(JOB.STATE, state.name())
                .set(JOB.DONE, 30L)
                .set(JOB.TOTAL, 120L)
                .set(JOB.PROBLEM, state == JobState.FAILED ? "jobs.problem.unknown" : null)
                .set(JOB.PROBLEM_ARGUMENTS, JSONB.valueOf("[\"test.gone\"]"))
                .set(JOB.CREATED_BY, user(creator))
                .set(JOB.CREATED_AT, OffsetDateTime.parse("2026-11-20T12:00Z"))
                .set(JOB.STARTED_AT, OffsetDateTime.parse("2026-11-20T12:00Z"))
                .set(JOB.ENDED_AT, state == JobState.FAILED ? OffsetDateTime.parse("2026-11-20T12:05Z") : null)
                .returningResult(JOB.ID)
                .fetchSingle()
                .value1());
    }

    private void end(JobId job) {
        inTenant(sql -> sql.update(JOB)
                .set(JOB.STATE, JobState.SUCCEEDED.name())
                .set(JOB.ENDED_AT, OffsetDateTime.now(Clock.systemUTC()))
                .where(JOB.TENANT_ID.eq(CurrentTenant.id()))
                .and(JOB.ID.eq(job))
                .execute());
    }

    private UserId user(String email) {
        return bean(Users.class).all().stream()
                .filter(user -> user.email().equals(email))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Job get(JobId job) {
        return CurrentTenant.call(subscriber.tenant(), () -> bean(Jobs.class).get(job));
    }

    private <T> T inTenant(Function<DSLContext, T> work) {
        return CurrentTenant.call(
                subscriber.tenant(),
                () -> bean(TransactionTemplate.class).execute(status -> work.apply(bean(DSLContext.class))));
    }

    private static String basic(String email) {
        return "Basic " + Base64.getEncoder().encodeToString((email + ":" + PASSWORD).getBytes(UTF_8));
    }
}
