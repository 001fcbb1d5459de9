package io.dunlin.database;

import java.util.function.Supplier;
import org.jooq.DSLContext;

/** What the planner of the database is told for some statements of a transaction. */
public final class Planning {
    private Planning() {}

    /**
     * Runs statements that join the outcome of one to what many rows hold. The planner cannot know how many rows an aggregate will have,
     * nor what was just written; where it guesses few, it would go through one side again for every row of the other, which of a hundred
     * thousand never ends. Hashing both is right whatever their number.
     */
    public static <T> T withoutNestedLoops(DSLContext sql, Supplier<T> statements) {
        nestedLoops(sql, "off");
        var outcome = statements.get();
        nestedLoops(sql, "on");
        return outcome;
    }

    public static void withoutNestedLoops(DSLContext sql, Runnable statements) {
        nestedLoops(sql, "off");
        statements.run();
        nestedLoops(sql, "on");
    }

    /** SET LOCAL, not set_config(): only the statement is passed on to the workers of a Citus cluster. */
    private static void nestedLoops(DSLContext sql, String value) {
        sql.connection(connection -> {
            try (var setting = connection.createStatement()) {
                setting.execute("set local enable_nestloop = " + value);
            }
        });
    }
}
