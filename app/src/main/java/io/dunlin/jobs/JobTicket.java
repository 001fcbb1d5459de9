package io.dunlin.jobs;

import io.dunlin.tenancy.TenantId;

/**
 * What stands in the queue: one order to run a job.
 *
 * @param run 1 for the first order, one more with each retry, so that an order that is just ending never hides a new one
 */
record JobTicket(TenantId tenant, JobId job, int run) {
    static JobTicket parse(String text) {
        var parts = text.split("/", 3);
        return new JobTicket(
                new TenantId(Long.parseLong(parts[0])),
                new JobId(Long.parseLong(parts[1])),
                Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
        return tenant + "/" + job + "/" + run;
    }
}
