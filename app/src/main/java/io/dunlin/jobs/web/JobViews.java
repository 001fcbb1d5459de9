package io.dunlin.jobs.web;

import io.dunlin.jobs.Job;
import io.dunlin.jobs.JobState;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewer;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts jobs into words. */
@Component
public class JobViews {
    private final Texts texts;
    private final Clock clock;

    public JobViews(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    public JobView of(Job job, Viewer viewer) {
        var language = viewer.language();
        var state = texts.text(language, "jobs.state." + job.state().name().toLowerCase(Locale.ROOT));
        var percent = job.percent();
        return new JobView(
                job.id().value(),
                texts.text(language, job.kind() + ".job"),
                job.title(),
                state,
                tone(job.state()),
                job.isActive() && percent.isPresent() ? percent.getAsInt() : null,
                text(job, language, state),
                detail(job, language),
                problem(job, language),
                job.creatorName() == null ? texts.text(language, "jobs.system") : job.creatorName(),
                job.createdAt(),
                job.duration(clock.instant()).map(JobViews::text).orElse(""),
                facts(job, language),
                link(job),
                job.isActive(),
                job.isActive() && job.cancelRequested(),
                job.state().isRetryable());
    }

    /** Sentence of why it failed; empty for none. */
    String problem(Job job, Locale language) {
        var problem = job.problem();
        return problem == null
                ? ""
                : texts.text(language, problem.key(), problem.arguments().toArray());
    }

    String step(String key, Locale language) {
        return texts.text(language, key);
    }

    private String text(Job job, Locale language, String state) {
        if (job.isActive() && job.cancelRequested()) {
            return texts.text(language, "jobs.cancelling");
        }
        return job.state() == JobState.RUNNING && job.step() != null ? texts.text(language, job.step()) : state;
    }

    private String detail(Job job, Locale language) {
        if (job.state() != JobState.RUNNING || job.total() == null) {
            return "";
        }
        var counts = texts.text(language, "jobs.counts", job.done(), job.total());
        return job.remaining(clock.instant())
                .filter(remaining -> remaining.isPositive())
                .map(remaining -> counts + ", " + texts.text(language, "jobs.remaining", text(remaining)))
                .orElse(counts);
    }

    private List<JobView.Fact> facts(Job job, Locale language) {
        return job.result().properties().stream()
                .flatMap(entry -> {
                    var key = job.kind() + ".result." + entry.getKey();
                    var label = texts.text(language, key);
                    // Only what its module has a word for is meant for people.
                    return label.equals(key)
                            ? Stream.empty()
                            : Stream.of(new JobView.Fact(label, value(entry.getValue(), language)));
                })
                .toList();
    }

    private static String value(JsonNode value, Locale language) {
        return value.isNumber() ? NumberFormat.getInstance(language).format(value.decimalValue()) : value.asString();
    }

    /** Only within this site. */
    private static @Nullable String link(Job job) {
        var link = job.result().path("link").asString("");
        return link.startsWith("/") && !link.startsWith("//") ? link : null;
    }

    private static String tone(JobState state) {
        return switch (state) {
            case SUCCEEDED -> "good";
            case FAILED -> "bad";
            case CANCELLED -> "warn";
            case QUEUED, RUNNING -> "";
        };
    }

    /** The units are the same in all languages that use the Latin script. */
    private static String text(Duration time) {
        if (time.toHours() > 0) {
            return "%d h %02d min".formatted(time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d s".formatted(time.toSeconds());
    }
}
