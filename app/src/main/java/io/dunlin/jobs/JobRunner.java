package io.dunlin.jobs;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.dunlin.database.Outage;
import io.dunlin.jobs.RunningJobs.Claim;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.CurrentTenant;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs one order of the queue as its tenant, and records how it ended. */
@Component
class JobRunner {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final RunningJobs running;
    private final Map<String, JobKind> kinds;
    private final Clock clock;

    JobRunner(RunningJobs running, List<JobKind> kinds, Clock clock) {
        this.running = running;
        this.kinds = kinds.stream().collect(toUnmodifiableMap(JobKind::code, kind -> kind));
        this.clock = clock;
    }

    enum Outcome {
        /** The order is carried out, whatever came of it. */
        DONE,
        /** The node stops or has lost the database; the order stays in the queue. */
        PUT_BACK
    }

    Outcome run(JobTicket ticket, String node, BooleanSupplier nodeStops) {
        return CurrentTenant.call(
                ticket.tenant(),
                () -> running.start(ticket, node)
                        .map(claim -> work(claim, nodeStops))
                        .orElse(Outcome.DONE));
    }

    private Outcome work(Claim claim, BooleanSupplier nodeStops) {
        var run = new LiveRun(claim, running, nodeStops, clock);
        log.info("Job {} ({}) starts, attempt {}", claim.ticket(), claim.kind(), claim.attempt());
        try {
            kind(claim.kind()).run(run);
            run.flush();
            return ended(claim, JobState.SUCCEEDED, run.result());
        } catch (JobCancelled stopped) {
            return nodeStops.getAsBoolean() ? putBack(claim) : ended(claim, JobState.CANCELLED, Map.of());
        } catch (Rejected refused) {
            return failed(claim, new JobProblem(refused.key(), plain(refused.arguments())));
        } catch (Exception | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError bug) {
            if (nodeStops.getAsBoolean()) {
                return putBack(claim);
            }
            if (Outage.DATABASE_AWAY.isBehind(bug)) {
                return putBackWhenThere(claim, nodeStops);
            }
            if (Outage.DISK_FULL.isBehind(bug)) {
                log.error("Job {} ({}) failed: a disk is full", claim.ticket(), claim.kind(), bug);
                return failed(claim, new JobProblem("jobs.problem.diskFull", List.of()));
            }
            var number = errorNumber();
            log.error("Job {} ({}) failed, error {}", claim.ticket(), claim.kind(), number, bug);
            return failed(claim, new JobProblem("jobs.problem.unexpected", List.of(number)));
        }
    }

    private JobKind kind(String code) {
        var kind = kinds.get(code);
        if (kind == null) {
            throw new Rejected("jobs.problem.unknown", code);
        }
        return kind;
    }

    private Outcome ended(Claim claim, JobState state, Map<String, ?> result) {
        running.end(claim, state, result, null);
        log.info("Job {} ({}) ended: {}", claim.ticket(), claim.kind(), state);
        return Outcome.DONE;
    }

    private Outcome failed(Claim claim, JobProblem problem) {
        running.end(claim, JobState.FAILED, Map.of(), problem);
        log.info("Job {} ({}) ended: FAILED, {}", claim.ticket(), claim.kind(), problem.key());
        return Outcome.DONE;
    }

    private Outcome putBack(Claim claim) {
        // A run that did not stop in time was interrupted; the flag would refuse us the connection.
        Thread.interrupted();
        running.putBack(claim);
        log.info("Job {} ({}) is put back: this node stops", claim.ticket(), claim.kind());
        return Outcome.PUT_BACK;
    }

    /** Nothing can be written now, not even that the work has ended: it begins anew, from the queue, when the database is back. */
    private Outcome putBackWhenThere(Claim claim, BooleanSupplier nodeStops) {
        log.warn("Job {} ({}) has lost the database and begins anew when that is back", claim.ticket(), claim.kind());
        while (true) {
            try {
                running.putBackAfterLoss(claim);
                log.info("Job {} ({}) is put back: the database is there again", claim.ticket(), claim.kind());
                return Outcome.PUT_BACK;
            } catch (RuntimeException still) {
                if (nodeStops.getAsBoolean() || !Outage.DATABASE_AWAY.isBehind(still)) {
                    throw still;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    /** Numbers stay numbers, for plurals and grouping; all else is kept as its text. */
    private static List<Object> plain(List<Object> arguments) {
        return arguments.stream()
                .map(argument -> argument instanceof Number ? argument : argument.toString())
                .toList();
    }

    private static String errorNumber() {
        var bytes = new byte[4];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
