package io.dunlin.intake;

import io.dunlin.jobs.JobRun;
import io.dunlin.ledger.LoadOutcome;
import io.dunlin.ledger.LoadOutcome.RejectedRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    /** Fetches the lines of the rows that only the ledger could refuse, in a second pass. */
    void addRejected(LoadOutcome outcome, Mapping mapping, Subject subject) {
        if (outcome.rejected().isEmpty()) {
            return;
        }
        Map<Long, RejectedRow> byRow = outcome.rejected().stream()
                .collect(Collectors.toMap(RejectedRow::rowNumber, row -> row, (first, second) -> first));
        var headers = headers();
        pass(row -> {
            var refused = byRow.get(row.number());
            if (refused != null) {
                var column = Field.find(subject, refused.field())
                        .flatMap(mapping::columnOf)
                        .map(headers::get)
                        .orElse(null);
                reject(
                        new RowProblem(row.number(), column, refused.value(), refused.reason(), refused.arguments()),
                        row);
            }
        });
        flush();
    }

    private void pass(Consumer<RawRow> consumer) {
        var delimiter = profile.delimiter().charAt(0);
        try (var content = new CountedStream(uploads.open(upload));
                var rows = new CsvRows(content, upload.charset(), delimiter)) {
            rows.next();
            var count = 0L;
            for (var row = rows.next(); row != null; row = rows.next()) {
                consumer.accept(row);
                if (++count % ROWS_BETWEEN_REPORTS == 0) {
                    run.checkCancelled();
                    run.progress(content.count(), upload.size());
                }
            }
            run.progress(upload.size(), upload.size());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void reject(RowProblem problem, RawRow row) {
        rejected++;
        if (rejected <= RejectedRows.MOST) {
            batch.add(new RejectedRows.Row(problem, Arrays.asList(row.cells())));
            if (batch.size() == BATCH) {
                flush();
            }
        }
    }

    private void flush() {
        store.add(id, batch);
        batch.clear();
    }

    /** Knows how many bytes were taken from it. */
    private static final class CountedStream extends InputStream {
        private final InputStream content;
        private long count;

        CountedStream(InputStream content) {
            this.content = content;
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            var value = content.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = content.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }
}
