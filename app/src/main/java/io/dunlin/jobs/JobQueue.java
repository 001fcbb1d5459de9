package io.dunlin.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The queue of work, in the database: an order is added by the transaction that asks for it. */
@Component
public class JobQueue {
    static final String TABLE = "jobs.scheduled_task";

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("job");

    private final SchedulerClient client;
    /** The queue goes by the machines' clocks, as heartbeats must; a clock set for a test would leave orders in the future. */
    private final Clock machine = Clock.systemUTC();

    private volatile Runnable onAdded = () -> {};

    public JobQueue(DataSource dataSource) {
        client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(TABLE)
                .build();
    }

    void add(JobTicket ticket) {
        client.schedule(TASK.instance(ticket.toString()).build(), machine.instant());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    onAdded.run();
                }
            });
        }
    }

    /** What to do on this node when an order has been added here, so that it need not wait for the next look into the queue. */
    void whenAdded(Runnable action) {
        onAdded = action;
    }
}
