package io.dunlin.jobs;

import io.dunlin.tenancy.Company;

/**
 * Work that goes by what is known of the customers of a company: done after each import and what is told from outside, and as the company's day begins, once what is
 * known has been derived anew.
 *
 * <p>To add one, add a Spring bean of this type and its texts, {@code <code>.step} and {@code <code>.step.does}; steps follow each other
 * in their {@code @Order}. What a step did already it finds done: it may run again.
 */
public interface CycleStep {
    /** Stored: never change it. */
    String code();

    /** Whether an import leaves something to do. */
    default boolean followsImports() {
        return true;
    }

    /** Address of the page where one sees what it did; empty for none. */
    default String page() {
        return "";
    }

    /**
     * Runs in the company's tenant, in a transaction of its own.
     *
     * @return how many customers it changed
     * @throws io.dunlin.kernel.Rejected where somebody has to mend something first; the steps behind it wait
     */
    long run(Company company);
}
