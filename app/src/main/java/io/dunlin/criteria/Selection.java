package io.dunlin.criteria;

import org.jooq.Condition;
import org.jooq.Table;

/**
 * What criteria select: the rows of {@link #from} for which {@link #where} is true.
 *
 * @param scope gives columns of the selected subjects; ask it before {@link #from}
 * @param criteria as a condition over the tables of the scope
 */
public record Selection(Scope scope, Condition criteria) {
    /** Names the tenant, and nothing else but the criteria: the company is the caller's to say. */
    public Condition where() {
        return scope.bounds().and(criteria);
    }

    public Table<?> from() {
        return scope.from();
    }
}
