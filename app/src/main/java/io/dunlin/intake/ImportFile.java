package io.dunlin.intake;

import io.dunlin.jobs.JobRun;
import io.dunlin.ledger.LoadOutcome;
import io.dunlin.ledger.LoadOutcome.RejectedRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The file of one import as it is read: counts its rows, keeps the rejected ones in batches, tells how far it is. */
final class ImportFile {
    private static final int BATCH = 500;
    private static final int ROWS_BETWEEN_REPORTS = 1000;

    private final ImportId id;
    private final Uploads uploads;
    private final Upload upload;
    private final FileProfile profile;
    private final RejectedRows store;
    private final JobRun run;
    private final List<RejectedRows.Row> batch = new ArrayList<>();
    private long rows;
    private long rejected;

    ImportFile(ImportId id, Uploads uploads, Upload upload, FileProfile profile, RejectedRows store, JobRun run) {
        this.id = id;
        this.uploads = uploads;
        this.upload = upload;
        this.profile = profile;
        this.store = store;
        this.run = run;
    }

    List<String> headers() {
        return profile.columns().stream().map(ColumnProfile::header).toList();
    }

    long rowCount() {
        return rows;
    }

    long rejectedCount() {
        return rejected;
    }

    /** Hands on every row; those that come back with a problem are kept with it. */
    void eachRow(Function<RawRow, @Nullable RowProblem> take) {
        pass(row -> {
            rows++;
            var problem = take.apply(row);
            if (problem != null) {
                reject(problem, row);
            }
        });
        flush();
    }

    /** Hands on every row once more; their problems are known from the first time. */
    void eachRowAgain(Consumer<RawRow> take) {
        pass(take);
    }

    /** Fetches the lines of the rows that only the ledger could refuse, or use in part, in a second pass. */
    void addRejected(LoadOutcome outcome, Mapping mapping, Subject subject) {
        if (outcome.rejected().isEmpty() && outcome.remarks().isEmpty()) {
            return;
        }
        var refused = byRow(outcome.rejected());
        var remarked = byRow(outcome.remarks());
        pass(row -> {
            var refusal = refused.get(row.number());
            var remark = remarked.get(row.number());
            if (refusal != null) {
                reject(problem(refusal, mapping, subject), row);
            } else if (remark != null) {
                keep(new RejectedRows.Row(problem(remark, mapping, subject), Arrays.asList(row.cells()), true));
            }
        });
        flush();
    }

    private static Map<Long, RejectedRow> byRow(List<RejectedRow> rows) {
        return rows.stream().collect(Collectors.toMap(RejectedRow::rowNumber, row -> row, (first, second) -> first));
    }

    private RowProblem problem(RejectedRow refused, Mapping mapping, Subject subject) {
        var column = Field.find(subject, refused.field())
                .flatMap(mapping::columnOf)
                .map(headers()::get)
                .orElse(null);
        return new RowProblem(refused.rowNumber(), column, refused.value(), refused.reason(), refused.arguments());
    }

    private void pass(Consumer<RawRow> consumer) {
        try (var rows = new TableRows(FileRows.open(uploads.open(upload), upload, profile), profile)) {
            var count = 0L;
            for (var row = rows.next(); row != null; row = rows.next()) {
                consumer.accept(row);
                if (++count % ROWS_BETWEEN_REPORTS == 0) {
                    run.checkCancelled();
                    run.progress(Math.min(count, profile.rows()), profile.rows());
                }
            }
            run.progress(profile.rows(), profile.rows());
        }
    }

    private void reject(RowProblem problem, RawRow row) {
        rejected++;
        if (rejected <= RejectedRows.MOST) {
            keep(new RejectedRows.Row(problem, Arrays.asList(row.cells()), false));
        }
    }

    private void keep(RejectedRows.Row row) {
        batch.add(row);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        store.add(id, batch);
        batch.clear();
    }
}
