package io.dunlin.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which of the columns of a table are shown, and in which order: what the address asks for, else all but the extra ones. */
final class ColumnChoice {
    private ColumnChoice() {}

    /** Positions of the shown columns. Names that no column has are passed over; the usual columns where none is left. */
    static List<Integer> shown(List<Column> columns, List<String> asked) {
        var keys = columns.stream().map(Column::key).toList();
        var chosen = asked.stream()
                .distinct()
                .map(keys::indexOf)
                .filter(at -> at >= 0)
                .toList();
        return chosen.isEmpty()
                ? IntStream.range(0, columns.size())
                        .filter(at -> !columns.get(at).isExtra())
                        .boxed()
                        .toList()
                : chosen;
    }

    /** All columns: the shown ones in their order, then the others. */
    static List<Integer> offered(List<Column> columns, List<String> asked) {
        var offered = new ArrayList<>(shown(columns, asked));
        IntStream.range(0, columns.size()).filter(at -> !offered.contains(at)).forEach(offered::add);
        return offered;
    }

    /** The values of these columns only. */
    static <T> List<T> of(List<T> values, List<Integer> positions) {
        return positions.stream().map(values::get).toList();
    }
}
