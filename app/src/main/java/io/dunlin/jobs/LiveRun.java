package io.dunlin.jobs;

import io.dunlin.jobs.RunningJobs.Claim;
import io.dunlin.jobs.RunningJobs.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A run that reports to the database, at most twice a second. */
final class LiveRun implements JobRun {
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(500);

    private final Claim claim;
    private final RunningJobs running;
    private final BooleanSupplier nodeStops;
    private final Clock clock;

    private Progress progress = new Progress(null, 0, null);
    private Map<String, ?> result = Map.of();
    private @Nullable Instant reportedAt;
    private boolean reported = true;
    private boolean mustStop;

    LiveRun(Claim claim, RunningJobs running, BooleanSupplier nodeStops, Clock clock) {
        this.claim = claim;
        this.running = running;
        this.nodeStops = nodeStops;
        this.clock = clock;
    }

    @Override
    public JobId id() {
        return claim.ticket().job();
    }

    @Override
    public JsonNode payload() {
        return claim.payload();
    }

    @Override
    public void step(String messageKey) {
        progress = new Progress(messageKey, 0, null);
        report(true);
    }

    @Override
    public void progress(long done, long total) {
        progress = new Progress(progress.step(), done, total);
        reported = false;
        if (isTimeToReport()) {
            report(false);
        }
    }

    @Override
    public void checkCancelled() {
        if (!mustStop && !nodeStops.getAsBoolean() && isTimeToReport()) {
            report(false);
        }
        if (mustStop || nodeStops.getAsBoolean()) {
            throw new JobCancelled(id());
        }
    }

    @Override
    public void result(Map<String, ?> counts) {
        result = Map.copyOf(counts);
    }

    Map<String, ?> result() {
        return result;
    }

    /** Writes what the last second held back. */
    void flush() {
        if (!reported) {
            report(false);
        }
    }

    private boolean isTimeToReport() {
        return reportedAt == null || !clock.instant().isBefore(reportedAt.plus(BETWEEN_REPORTS));
    }

    private void report(boolean isNewStep) {
        mustStop = running.report(claim, progress, isNewStep) || mustStop;
        reportedAt = clock.instant();
        reported = true;
    }
}
