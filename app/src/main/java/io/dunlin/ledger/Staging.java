package io.dunlin.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Named;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;

/** The way into the staging tables: COPY on the connection of the running transaction, and their clearing afterwards. */
final class Staging {
    private Staging() {}

    /** Starts a COPY into the columns; no other statement may run on the transaction until it has ended. */
    static TextCopy into(DSLContext sql, Table<?> table, List<? extends Field<?>> columns) {
        var statement = "copy ledger.%s (%s) from stdin"
                .formatted(table.getName(), columns.stream().map(Named::getName).collect(Collectors.joining(", ")));
        return sql.connectionResult((Connection connection) -> {
            prepare(connection);
            return new TextCopy(
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement));
        });
    }

    /** Hands on every row of a query, without the ways of a result set: for a million of them. */
    static void readOut(DSLContext sql, Select<?> query, Consumer<BinaryRow> reader) {
        var statement = "copy (%s) to stdout (format binary)".formatted(sql.renderInlined(query));
        sql.connection(connection -> {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement);
            var row = new BinaryRow();
            var isFirst = true;
            for (var bytes = copy.readFromCopy(); bytes != null; bytes = copy.readFromCopy()) {
                if (row.isRow(bytes, isFirst)) {
                    reader.accept(row);
                }
                isFirst = false;
            }
        });
    }

    /** Room for the hash tables of a million rows, whatever the server's defaults; ends with the transaction. */
    private static void prepare(Connection connection) throws SQLException {
        try (var settings = connection.createStatement()) {
            settings.execute("set local work_mem = '128MB'");
            settings.execute("set local jit = off");
        }
    }

    /** Tells the planner what has just been staged. */
    static void refreshStatistics(DSLContext sql) {
        call(sql, "refresh_stage_statistics");
    }

    /** Tells the planner how the ledger has grown within the transaction. */
    static void refreshLedgerStatistics(DSLContext sql) {
        call(sql, "refresh_statistics");
    }

    /** Tells the planner of the debtors that a file of customers has just created. */
    static void refreshDebtorStatistics(DSLContext sql) {
        call(sql, "refresh_debtor_statistics");
    }

    /** Tells the planner how many items the load is about to change. */
    static void refreshChangeStatistics(DSLContext sql) {
        call(sql, "refresh_change_statistics");
    }

    /**
     * Keeps the rows in a table of the transaction's own: PostgreSQL reads with several processes for that, for an insert it
     * does not.
     */
    static void keepApart(DSLContext sql, String table, Select<?> rows) {
        sql.dropTemporaryTableIfExists(DSL.name(table)).execute();
        sql.createTemporaryTable(DSL.name(table)).as(rows).onCommitDrop().execute();
    }

    private static void call(DSLContext sql, String function) {
        sql.select(DSL.function(DSL.name("ledger", function), Object.class)).fetch();
    }

    static DataAccessException failure(SQLException failure) {
        return new DataAccessException("Staging failed", failure);
    }
}
