package io.dunlin.intake;

import static io.dunlin.intake.tables.RejectedRow.REJECTED_ROW;

import io.dunlin.tenancy.CurrentTenant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of a file that could not be used, as they stood, with the reason. */
@Component
public class RejectedRows {
    /** Of one import; further rows are counted, not kept. */
    static final int MOST = 100_000;

    private final DSLContext sql;
    private final TransactionTemplate apart;

    public RejectedRows(DSLContext sql, TransactionTemplate transaction) {
        this.sql = sql;
        // The rows are written on a connection of their own: that of the import is in the middle of a COPY.
        apart = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * A row with its problem.
     *
     * @param line its values in the order of the file's columns
     * @param used whether it was used all the same, but not all that it says
     */
    public record Row(RowProblem problem, List<String> line, boolean used) {
        public Row {
            line = List.copyOf(line);
        }
    }

    /** Forgets what an earlier run has left. */
    @Transactional
    public void clear(ImportId id) {
        sql.deleteFrom(REJECTED_ROW)
                .where(REJECTED_ROW.TENANT_ID.eq(CurrentTenant.id()))
                .and(REJECTED_ROW.IMPORT_ID.eq(id))
                .execute();
    }

    /** Keeps the rows at once, whatever becomes of the caller's transaction. */
    void add(ImportId id, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        apart.executeWithoutResult(status -> {
            var insert = sql.insertInto(
                    REJECTED_ROW,
                    REJECTED_ROW.TENANT_ID,
                    REJECTED_ROW.IMPORT_ID,
                    REJECTED_ROW.ROW_NUMBER,
                    REJECTED_ROW.LINE,
                    REJECTED_ROW.COLUMN_NAME,
                    REJECTED_ROW.VALUE,
                    REJECTED_ROW.REASON,
                    REJECTED_ROW.ARGUMENTS,
                    REJECTED_ROW.USED);
            for (var row : rows) {
                var problem = row.problem();
                insert = insert.values(
                        CurrentTenant.id(),
                        id,
                        problem.row(),
                        row.line().toArray(String[]::new),
                        problem.column(),
                        problem.value(),
                        problem.reason(),
                        problem.arguments().toArray(String[]::new),
                        row.used());
            }
            insert.onConflictDoNothing().execute();
        });
    }

    /** The first ones that were left out, in the order of the file. */
    @Transactional(readOnly = true)
    public List<Row> first(ImportId id, int count) {
        return first(id, count, false);
    }

    /** The first ones that were used in part. */
    @Transactional(readOnly = true)
    public List<Row> firstUsed(ImportId id, int count) {
        return first(id, count, true);
    }

    private List<Row> first(ImportId id, int count, boolean used) {
        return sql.selectFrom(REJECTED_ROW)
                .where(REJECTED_ROW.TENANT_ID.eq(CurrentTenant.id()))
                .and(REJECTED_ROW.IMPORT_ID.eq(id))
                .and(REJECTED_ROW.USED.eq(used))
                .orderBy(REJECTED_ROW.ROW_NUMBER)
                .limit(count)
                .fetch(RejectedRows::row);
    }

    /** All that were left out and are kept, one by one in the order of the file. */
    @Transactional(readOnly = true)
    public void each(ImportId id, Consumer<Row> consumer) {
        try (var rows = sql.selectFrom(REJECTED_ROW)
                .where(REJECTED_ROW.TENANT_ID.eq(CurrentTenant.id()))
                .and(REJECTED_ROW.IMPORT_ID.eq(id))
                .and(REJECTED_ROW.USED.isFalse())
                .orderBy(REJECTED_ROW.ROW_NUMBER)
                .fetchSize(1000)
                .fetchLazy()) {
            rows.forEach(row -> consumer.accept(row(row)));
        }
    }

    private static Row row(Record row) {
        @Nullable String column = row.get(REJECTED_ROW.COLUMN_NAME);
        @Nullable String value = row.get(REJECTED_ROW.VALUE);
        return new Row(
                new RowProblem(
                        row.get(REJECTED_ROW.ROW_NUMBER),
                        column,
                        value == null ? "" : value,
                        row.get(REJECTED_ROW.REASON),
                        List.of(row.get(REJECTED_ROW.ARGUMENTS))),
                Arrays.asList(row.get(REJECTED_ROW.LINE)),
                row.get(REJECTED_ROW.USED));
    }
}
