package io.dunlin.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes orders from the queue, on every node; an order is given to one of them.
 *
 * <p>Starts after the web server and stops before it and before the connections close. When a node dies its orders show no
 * heartbeat any more and another one carries them out.
 */
@Component
class JobScheduler implements SmartLifecycle {
    /** Fewer are taken for a dead node by mistake. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final Duration BETWEEN_DAILY_CHECKS = Duration.ofMinutes(15);

    private final DataSource dataSource;
    private final JobQueue queue;
    private final JobRunner runner;
    private final DailyWork dailyWork;
    private final JobsSettings settings;
    private final String node = "%s-%s"
            .formatted(
                    ProcessHandle.current().pid(), UUID.randomUUID().toString().substring(0, 8));

    private volatile @Nullable Scheduler scheduler;

    JobScheduler(DataSource dataSource, JobQueue queue, JobRunner runner, DailyWork dailyWork, JobsSettings settings) {
        this.dataSource = dataSource;
        this.queue = queue;
        this.runner = runner;
        this.dailyWork = dailyWork;
        this.settings = settings;
    }

    @Override
    public void start() {
        var starting = Scheduler.create(dataSource, List.<Task<?>>of(jobs()))
                .startTasks(Tasks.recurring("daily", FixedDelay.of(BETWEEN_DAILY_CHECKS))
                        .execute((instance, context) -> dailyWork.doWhatIsDue()))
                .tableName(JobQueue.TABLE)
                .schedulerName(new SchedulerName.Fixed(node))
                .threads(settings.threads())
                .pollingInterval(settings.polling())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(settings.stopWithin())
                .build();
        starting.start();
        queue.whenAdded(starting::triggerCheckForDueExecutions);
        scheduler = starting;
    }

    private Task<Void> jobs() {
        return Tasks.custom(JobQueue.TASK)
                .onFailure((complete, order) ->
                        order.reschedule(complete, complete.getTimeDone().plus(settings.heartbeat())))
                .onDeadExecutionRevive()
                .execute((order, context) -> {
                    var outcome = runner.run(
                            JobTicket.parse(order.getId()),
                            node,
                            () -> context.getSchedulerState().isShuttingDown());
                    return switch (outcome) {
                        case DONE -> new CompletionHandler.OnCompleteRemove<>();
                        case PUT_BACK -> (complete, again) -> again.reschedule(complete, complete.getTimeDone());
                    };
                });
    }

    @Override
    public void stop() {
        var stopping = scheduler;
        if (stopping != null) {
            queue.whenAdded(() -> {});
            stopping.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
