package io.dunlin.jobs;

import io.dunlin.tenancy.Company;

/**
 * Work that goes by what is known of the customers of a company: done after each import, and as the company's day begins, once what is
 * known has been derived anew.
 *
 * <p>To add one, add a Spring bean of this type; steps follow each other in their {@code @Order}. What a step did already it finds done:
 * it may run again.
 */
public interface CycleStep {
    /** Stored: never change it. */
    String code();

    /** Runs in the company's tenant, in a transaction of its own. */
    void run(Company company);
}
