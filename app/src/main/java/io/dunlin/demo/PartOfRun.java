package io.dunlin.demo;

import io.dunlin.jobs.JobId;
import io.dunlin.jobs.JobRun;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A run as one of its many imports sees it: may be stopped, but what it says of its own steps is not passed on. */
record PartOfRun(JobRun whole) implements JobRun {
    @Override
    public JobId id() {
        return whole.id();
    }

    @Override
    public JsonNode payload() {
        return whole.payload();
    }

    @Override
    public void step(String messageKey) {}

    @Override
    public void progress(long done, long total) {}

    @Override
    public void checkCancelled() {
        whole.checkCancelled();
    }

    @Override
    public void result(Map<String, ?> counts) {}
}
