package io.dunlin.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The rejected rows as a file: the original header and lines and the reason behind them, to be corrected and uploaded again. */
@Component
public class RejectedFile {
    private final Imports imports;
    private final RejectedRows rows;

    public RejectedFile(Imports imports, RejectedRows rows) {
        this.imports = imports;
        this.rows = rows;
    }

    /** Writes it in UTF-8, with the delimiter of the original. What a spreadsheet would run as a formula is made harmless. */
    public void write(ImportId id, OutputStream output, Function<RowProblem, String> sentence) {
        var profile = imports.profile(id);
        var width = profile.columns().size();
        try {
            var text = new OutputStreamWriter(output, StandardCharsets.UTF_8);
            // Without this mark spreadsheets take the file for Western European.
            text.write('\ufeff');
            var file = CsvWriter.builder()
                    .fieldSeparator(profile.delimiter().charAt(0))
                    .build(text);
            var header = profile.columns().stream()
                    .map(ColumnProfile::header)
                    .filter(name -> !HeaderNames.isReason(name))
                    .map(Formulas::harmless)
                    .toList();
            file.writeRecord(with(header, HeaderNames.REASON));
            var reasonAt = profile.columns().stream()
                    .map(ColumnProfile::header)
                    .toList()
                    .indexOf(HeaderNames.REASON);
            rows.each(
                    id,
                    row -> file.writeRecord(with(line(row.line(), width, reasonAt), sentence.apply(row.problem()))));
            file.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As wide as the header, without the reason of the time before. */
    private static List<String> line(List<String> cells, int width, int reasonAt) {
        var line = new ArrayList<String>();
        for (var at = 0; at < Math.max(width, cells.size()); at++) {
            if (at != reasonAt) {
                line.add(at < cells.size() ? Formulas.harmless(cells.get(at)) : "");
            }
        }
        return line;
    }

    private static List<String> with(List<String> cells, String last) {
        var line = new ArrayList<>(cells);
        line.add(last);
        return line;
    }
}
