package io.dunlin.ledger.outside;

import io.dunlin.criteria.outside.OutsideIndicator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads lines copied from a spreadsheet: code of the customer, value, and perhaps the day, between tabs or semicolons.
 *
 * @param decimalComma whether numbers are written as 1234,56
 * @param days how whoever pastes writes days, beside 2026-11-30
 */
public record PastedLines(OutsideIndicator indicator, boolean decimalComma, DateTimeFormatter days) {
    private static final Pattern COMMA_NUMBER = Pattern.compile("-?\\d+,\\d+");

    /** Without the empty ones; their places are those in the text. */
    public List<ToldLine> read(String text) {
        var lines = new ArrayList<ToldLine>();
        var place = 0;
        for (var line : text.lines().toList()) {
            place++;
            if (!line.isBlank()) {
                var cells = line.split(line.indexOf('\t') < 0 ? ";" : "\t", 3);
                lines.add(new ToldLine(
                        place,
                        cells[0].strip(),
                        cells.length > 1 ? value(cells[1].strip()) : null,
                        cells.length > 2 ? day(cells[2].strip()) : null));
            }
        }
        return lines;
    }

    /** As it is read everywhere else; what is neither number nor day stays as it is, to be refused with its own words. */
    public String value(String written) {
        return switch (indicator.kind()) {
            case AMOUNT, COUNT, DAYS, PERCENT, SCORE, RISK ->
                decimalComma && COMMA_NUMBER.matcher(written).matches() ? written.replace(',', '.') : written;
            case DATE -> day(written);
            case FLAG, GRADE, CHOICE, TEXT, SEVERAL -> written;
        };
    }

    private String day(String written) {
        try {
            return LocalDate.parse(written, days).toString();
        } catch (DateTimeException otherForm) {
            return written;
        }
    }
}
