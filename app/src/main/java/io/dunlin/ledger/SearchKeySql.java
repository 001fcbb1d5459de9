package io.dunlin.ledger;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import org.jooq.Field;

/** The search key of rows that the database itself creates; the same as {@link io.dunlin.kernel.SearchKey}. */
final class SearchKeySql {
    private SearchKeySql() {}

    static Field<String> of(Field<String> title, Field<String> code) {
        return function(name("ledger", "search_key"), String.class, concat(title, inline(" "), code));
    }
}
