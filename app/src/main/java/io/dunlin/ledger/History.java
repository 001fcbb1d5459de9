package io.dunlin.ledger;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** What the classes that write item history share. */
final class History {
    /** End of the period that is still running. */
    static final Field<LocalDate> FOREVER = cast(inline("infinity"), SQLDataType.LOCALDATE);

    private History() {}
}
