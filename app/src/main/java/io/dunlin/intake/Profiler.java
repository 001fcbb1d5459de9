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

/** Reads a file once from end to end and says what it holds. */
final class Profiler {
    private static final int BEGINNING = 1 << 16;
    private static final int SAMPLES = 8;

    private Profiler() {}

    static FileProfile profile(InputStream content, String charset) {
        var buffered = new BufferedInputStream(content, BEGINNING);
        return profile(buffered, charset, Delimiters.find(beginning(buffered, charset)));
    }

    static FileProfile profile(InputStream buffered, String charset, char delimiter) {
        try (var rows = new CsvRows(buffered, charset, delimiter)) {
            var tallies = header(rows.next());
            var samples = new ArrayList<Sample>();
            var count = 0L;
            for (var row = rows.next(); row != null; row = rows.next()) {
                count++;
                for (var column = 0; column < tallies.size(); column++) {
                    tallies.get(column).add(row.cell(column));
                }
                if (samples.size() < SAMPLES) {
                    samples.add(new Sample(row.number(), Arrays.asList(row.cells())));
                }
            }
            if (count == 0) {
                throw new Rejected("intake.file.noRows");
            }
            var columns = tallies.stream().map(ColumnTally::profile).toList();
            return new FileProfile(String.valueOf(delimiter), count, decidedBySiblings(columns), samples);
        }
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

    private static List<ColumnTally> header(@org.jspecify.annotations.Nullable RawRow row) {
        if (row == null) {
            throw new Rejected("intake.file.empty");
        }
        if (row.fault() != null) {
            throw new Rejected("intake.file.tooManyColumns", RowHandler.MOST_COLUMNS);
        }
        var names = Arrays.asList(row.cells());
        if (names.stream().noneMatch(name -> name.chars().anyMatch(Character::isLetter))) {
            throw new Rejected("intake.file.noHeader");
        }
        return names.stream().map(ColumnTally::new).toList();
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
