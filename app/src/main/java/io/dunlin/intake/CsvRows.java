package io.dunlin.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.dunlin.kernel.Rejected;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, read as a stream. Empty lines are passed over. */
final class CsvRows implements Rows {
    private static final int BUFFER = 2 * RowHandler.LONGEST_ROW;

    private final CloseableIterator<RawRow> rows;
    private long last;

    CsvRows(InputStream content, String charset, char delimiter) {
        rows = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(false)
                .maxBufferSize(BUFFER)
                .build(new RowHandler(), text(content, charset))
                .iterator();
    }

    /** Without the mark that some programs put before the text: a quotation mark behind it would not be one. */
    private static Reader text(InputStream content, String charset) {
        try {
            var text = new BufferedReader(new InputStreamReader(content, Charset.forName(charset)));
            text.mark(1);
            if (text.read() != '\ufeff') {
                text.reset();
            }
            return text;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A quotation mark that is never closed ends the reading with a sentence. */
    @Override
    public @Nullable RawRow next() {
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                last = row.number();
                if (!row.isBlank() || row.fault() != null) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException | UncheckedIOException failure) {
            // The second is how the parser reports a value larger than its buffer.
            var rejected = new Rejected("intake.file.quote", last + 1);
            rejected.initCause(failure);
            throw rejected;
        }
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
