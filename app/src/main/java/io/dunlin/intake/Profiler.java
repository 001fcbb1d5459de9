package io.dunlin.intake;

import io.dunlin.intake.DateFormat.Order;
import io.dunlin.intake.FileProfile.Sample;
import io.dunlin.kernel.Rejected;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a file once from end to end and says what it holds. */
final class Profiler {
    private static final int BEGINNING = 1 << 16;
    private static final int SAMPLES = 8;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SAMPLE = 1000;
    /** In which rejected rows of a workbook are written, as it has none of its own. */
    private static final String DELIMITER_OF_WORKBOOKS = ";";

    private Profiler() {}

    /** @param charset empty for a workbook */
    static FileProfile profile(InputStream content, String charset) {
        if (charset.isEmpty()) {
            try (var book = Workbook.examine(content)) {
                return profile(book);
            }
        }
        var buffered = new BufferedInputStream(content, BEGINNING);
        return profile(buffered, charset, Delimiters.find(beginning(buffered, charset)));
    }

    static FileProfile profile(InputStream buffered, String charset, char delimiter) {
        try (var rows = new CsvRows(buffered, charset, delimiter)) {
            return profile(rows, TableTop.find(rows), String.valueOf(delimiter), FileFormat.TEXT, "");
        }
    }

    private static FileProfile profile(Workbook book) {
        var sheet = Sheets.choose(book);
        try (var rows = book.rows(sheet)) {
            return profile(rows, TableTop.find(rows), DELIMITER_OF_WORKBOOKS, book.format(), sheet);
        }
    }

    private static FileProfile profile(Rows file, TableTop top, String delimiter, FileFormat format, String sheet) {
        var header = top.rows().get(top.header());
        var layout = new FileLayout(format, sheet, header.number(), top.firstColumn(), List.of());
        var names = TableRows.cut(header, layout, RowHandler.MOST_COLUMNS).cells();
        var isCorrection = Arrays.asList(names).contains(HeaderNames.REASON);
        var tallies = Stream.of(names)
                .map(name -> new ColumnTally(cut(name, LONGEST_NAME)))
                .toList();
        var table = new TotalsRows(tallies);
        var samples = new ArrayList<Sample>();
        var count = 0L;
        var ahead = top.rows().listIterator(top.header() + 1);
        for (var row = ahead.hasNext() ? ahead.next() : file.next();
                row != null;
                row = ahead.hasNext() ? ahead.next() : file.next()) {
            var raw = TableRows.cut(row, layout, names.length);
            var cut = isCorrection ? raw.with(Formulas::original) : raw;
            if (cut.isBlank() && cut.fault() == null) {
                continue;
            }
            count++;
            table.add(cut);
            if (samples.size() < SAMPLES) {
                samples.add(sample(cut));
            }
        }
        var totals = table.below().stream().map(Profiler::sample).toList();
        if (count == totals.size()) {
            throw new Rejected("intake.file.noRows");
        }
        samples.removeAll(totals);
        var columns = tallies.stream().map(ColumnTally::profile).toList();
        return new FileProfile(
                delimiter,
                count - totals.size(),
                decidedBySiblings(columns),
                samples,
                new FileLayout(format, sheet, header.number(), top.firstColumn(), totals));
    }

    private static Sample sample(RawRow row) {
        return new Sample(
                row.number(),
                Stream.of(row.cells()).map(cell -> cut(cell, LONGEST_SAMPLE)).toList());
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : CleanText.of(text.substring(0, longest));
    }

    private static String beginning(BufferedInputStream content, String charset) {
        try {
            content.mark(BEGINNING);
            var text = new String(content.readNBytes(BEGINNING), Charset.forName(charset));
            content.reset();
            return text;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * A column of dates that fits both orders follows the other columns of dates in its file, where these are decided by
     * their values and agree.
     */
    private static List<ColumnProfile> decidedBySiblings(List<ColumnProfile> columns) {
        Set<Order> orders = columns.stream()
                .filter(column -> column.dates().size() == 1)
                .map(column -> column.dates().getFirst().order())
                .filter(order -> order != Order.YEAR_FIRST)
                .collect(Collectors.toSet());
        if (orders.size() != 1) {
            return columns;
        }
        return columns.stream()
                .map(column -> column.dates().size() < 2
                        ? column
                        : column.dates().stream()
                                .filter(format -> orders.contains(format.order()))
                                .findFirst()
                                .map(column::withDates)
                                .orElse(column))
                .toList();
    }
}
