package io.dunlin.intake;

import io.dunlin.intake.FileProfile.Sample;
import java.util.List;

/**
 * Where in a file its table stands.
 *
 * @param sheet name of the sheet; empty in a text file
 * @param header row of the file that holds the names of the columns
 * @param firstColumn empty columns before the table
 * @param totals rows below the table that only add it up; left out
 */
public record FileLayout(FileFormat format, String sheet, long header, int firstColumn, List<Sample> totals) {
    public FileLayout {
        totals = List.copyOf(totals);
    }

    public boolean isText() {
        return format == FileFormat.TEXT;
    }
}
