package io.dunlin.jobs.web;

import io.dunlin.jobs.Job;
import io.dunlin.jobs.JobAnswer;
import io.dunlin.jobs.JobId;
import io.dunlin.jobs.JobState;
import io.dunlin.web.ForSignedIn;
import io.dunlin.web.Viewers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    private final List<JobAnswer> answers;

    JobsApi(VisibleJobs visible, JobViews views, Viewers viewers, List<JobAnswer> answers) {
        this.visible = visible;
        this.views = views;
        this.viewers = viewers;
        this.answers = List.copyOf(answers);
    }

    /**
     * @param state QUEUED, RUNNING, SUCCEEDED, FAILED or CANCELLED; work that waits for a person has failed
     * @param step code of the step in progress; {@code stepText} says it in the caller's language
     * @param done units of the step in progress; {@code total} and {@code percent} are null while unknown
     * @param result counts by name; empty until it ended well
     * @param counts what it did; empty until it ended well, and for kinds of work that count nothing
     * @param errors what it had to leave out, the first hundred
     * @param links where the rest is, by name
     * @param problem sentence in the caller's language; null unless it failed
     */
    record JobJson(
            long id,
            String kind,
            String title,
            String state,
            @Nullable String step,
            @Nullable String stepText,
            long done,
            @Nullable Long total,
            @Nullable Integer percent,
            JsonNode result,
            Map<String, Long> counts,
            List<JobAnswer.Error> errors,
            Map<String, String> links,
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
        var language = viewers.current().language();
        var answer = answers.stream()
                .filter(one -> one.kind().equals(job.kind()))
                .findFirst()
                .map(one -> one.of(job))
                .orElse(JobAnswer.Answer.NONE);
        var problem = answer.problem() == null ? views.problem(job, language) : answer.problem();
        var failed = answer.problem() != null && !job.isActive();
        return new JobJson(
                job.id().value(),
                job.kind(),
                job.title(),
                (failed ? JobState.FAILED : job.state()).name(),
                job.step(),
                job.step() == null ? null : views.step(job.step(), language),
                job.done(),
                job.total(),
                orNull(job.percent()),
                job.result(),
                answer.counts(),
                answer.errors(),
                answer.links(),
                problem.isEmpty() ? null : problem,
                job.createdAt(),
                job.startedAt(),
                job.endedAt());
    }

    private static @Nullable Integer orNull(OptionalInt percent) {
        return percent.isPresent() ? percent.getAsInt() : null;
    }
}
