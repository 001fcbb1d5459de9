package io.dunlin.tenancy;

import java.util.List;

/**
 * What a module keeps of companies, and how it goes when they are removed. Each module that keeps rows of companies has one
 * class of this type; all work in one transaction.
 */
public interface CompanyRemoval {
    /** Removes all rows of the companies, all at once and not one by one. */
    void remove(List<CompanyId> companies);

    /** Smaller comes first. */
    int order();
}
