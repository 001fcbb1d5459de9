package io.dunlin.jobs;

import io.dunlin.tenancy.Company;

/**
 * Work that a company needs once a day, soon after its own midnight. To add one, add a Spring bean of this type.
 *
 * <p>Runs in one transaction of the company's tenant. When it fails it is tried again a quarter of an hour later; days on
 * which no node ran are not made up for.
 */
public interface DailyJob {
    /** Stored: never change it. */
    String code();

    void run(Company company);
}
