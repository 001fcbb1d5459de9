package io.dunlin.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What a file holds: found in one pass over all of it.
 *
 * @param delimiter one of comma, semicolon, tab and bar; in a workbook the one that its rejected rows are written with
 * @param rows without the header and totals
 * @param samples the first rows
 */
public record FileProfile(
        String delimiter, long rows, List<ColumnProfile> columns, List<Sample> samples, FileLayout layout) {
    /**
     * A row as it stands in the file.
     *
     * @param number its row in the file
     */
    public record Sample(long number, List<String> cells) {
        public Sample {
            cells = List.copyOf(cells);
        }

        /** Empty where the row is too short. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    public FileProfile {
        columns = List.copyOf(columns);
        samples = List.copyOf(samples);
    }

    /** Whether it holds corrected rows of an earlier file: it is then never the whole ledger. */
    @JsonIgnore
    public boolean isCorrection() {
        return columns.stream().anyMatch(column -> HeaderNames.isReason(column.header()));
    }
}
