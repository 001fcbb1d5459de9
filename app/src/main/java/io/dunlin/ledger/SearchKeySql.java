package io.dunlin.ledger;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.translate;

import org.jooq.Field;

/** The search key of rows that the database itself creates; the same as {@code SearchKey} for the letters of Western European names. */
final class SearchKeySql {
    private static final String ACCENTED = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ";
    private static final String PLAIN = "aaaaaaceeeeiiiinooooouuuuyy";

    private SearchKeySql() {}

    static Field<String> of(Field<String> name, Field<String> code) {
        return translate(lower(concat(name, inline(" "), code)), inline(ACCENTED), inline(PLAIN));
    }
}
