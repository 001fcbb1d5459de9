package io.dunlin.jobs.web;

import io.dunlin.jobs.Job;
import io.dunlin.jobs.JobId;
import io.dunlin.web.ForSignedIn;
import io.dunlin.web.Viewers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Background work for programs. */
@RestController
@RequestMapping("/api/v1/jobs")
@ForSignedIn
@Tag(name = "Jobs", description = "Work that goes on in the background")
class JobsApi {
    private final VisibleJobs visible;
    private final JobViews views;
    private final Viewers viewers;

    JobsApi(VisibleJobs visible, JobViews views, Viewers viewers) {
        this.visible = visible;
        this.views = views;
        this.viewers = viewers;
    }

    /**
     * @param state QUEUED, RUNNING, SUCCEEDED, FAILED or CANCELLED
     * @param done units of the step in progress; {@code total} and {@code percent} are null while unknown
     * @param result counts by name; empty until it ended well
     * @param problem sentence in the caller's language; null unless it failed
     */
    record JobJson(
            long id,
            String kind,
            String title,
            String state,
            @Nullable String step,
            long done,
            @Nullable Long total,
            @Nullable Integer percent,
            JsonNode result,
            @Nullable String problem,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}

    @Operation(summary = "One job with its progress, result or problem")
    @GetMapping("/{id}")
    JobJson show(@Parameter(description = "Number of the job") @PathVariable long id) {
        return json(visible.get(new JobId(id)));
    }

    private JobJson json(Job job) {
        var problem = views.problem(job, viewers.current().language());
        return new JobJson(
                job.id().value(),
                job.kind(),
                job.title(),
                job.state().name(),
                job.step(),
                job.done(),
                job.total(),
                orNull(job.percent()),
                job.result(),
                problem.isEmpty() ? null : problem,
                job.createdAt(),
                job.startedAt(),
                job.endedAt());
    }

    private static @Nullable Integer orNull(OptionalInt percent) {
        return percent.isPresent() ? percent.getAsInt() : null;
    }
}
