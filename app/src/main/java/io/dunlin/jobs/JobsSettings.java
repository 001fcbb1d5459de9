package io.dunlin.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node works on jobs.
 *
 * @param threads jobs that run at the same time on this node
 * @param heartbeat how often a node says that it lives; after four missed ones its jobs are taken over by another
 * @param polling how often the queue is looked at for orders from other nodes; an order from this node starts at once
 * @param stopWithin how long running jobs may take to reach a safe point when the application stops
 */
@ConfigurationProperties("dunlin.jobs")
public record JobsSettings(
        @DefaultValue("2") int threads,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("2s") Duration polling,
        @DefaultValue("20s") Duration stopWithin) {}
