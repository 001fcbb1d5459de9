package io.dunlin.criteria;

import io.dunlin.tenancy.Company;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jooq.Table;

/**
 * Tables as they were at the end of a day of the past, so that criteria can be asked of that day.
 *
 * <p>Implemented by modules whose tables have a history. What has none is as it is today.
 */
public interface PastTables {
    /**
     * @param about what the criteria look at
     * @return by the table of today one with the same columns; made for the transaction of the caller, which must be allowed to write
     */
    Map<Table<?>, Table<?>> on(LocalDate day, Company company, Set<Subject> about);
}
