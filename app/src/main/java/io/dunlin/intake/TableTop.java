package io.dunlin.intake;

import io.dunlin.kernel.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where a table begins: titles and empty columns may stand before it. The row of names is the one with the most names that are
 * known; failing that the first one that is about as wide as the rows of the table, with words and no dates.
 *
 * @param rows the first rows of the file, titles included
 * @param header position of the row of names among them
 * @param firstColumn empty columns before the table
 * @param known how many of the names are known
 */
record TableTop(List<RawRow> rows, int header, int firstColumn, long known) {
    private static final int LOOKED_AT = 60;
    private static final int LETTERS_LOOKED_AT = 1 << 20;
    private static final Set<String> MARKUP = Set.of("<html", "<!doc", "<?xml", "<tabl", "<head");

    /** Reads as far as it must. */
    static TableTop find(Rows file) {
        var rows = new ArrayList<RawRow>();
        var letters = 0L;
        while (rows.size() < LOOKED_AT && letters < LETTERS_LOOKED_AT) {
            var row = file.next();
            if (row == null) {
                break;
            }
            rows.add(row);
            letters += row.letters();
        }
        if (rows.isEmpty()) {
            throw new Rejected("intake.file.empty");
        }
        refuseMarkup(rows.getFirst().cell(0));
        var header = header(rows);
        refuseBad(rows.get(header));
        return new TableTop(rows, header, firstColumn(rows, header), known(rows.get(header)));
    }

    /** Some systems write web pages and call them .xls. */
    private static void refuseMarkup(String beginning) {
        var start = beginning.substring(0, Math.min(5, beginning.length())).toLowerCase(Locale.ROOT);
        if (MARKUP.contains(start)) {
            throw new Rejected("intake.file.markup");
        }
    }

    private static void refuseBad(RawRow header) {
        if (header.fault() != null) {
            throw header.fault().equals("intake.row.tooLong")
                    ? new Rejected("intake.file.longHeader")
                    : new Rejected("intake.file.tooManyColumns", RowHandler.MOST_COLUMNS);
        }
    }

    private static int header(List<RawRow> rows) {
        var wide = typicalWidth(rows) * 0.5;
        var best = -1;
        var mostKnown = 1L;
        for (var at = 0; at < rows.size(); at++) {
            var known = known(rows.get(at));
            if (known > mostKnown && filled(rows.get(at)) >= wide) {
                best = at;
                mostKnown = known;
            }
        }
        if (best >= 0) {
            return best;
        }
        for (var at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            if (filled(row) >= wide && hasWords(row) && (known(row) > 0 || !hasDates(row))) {
                return at;
            }
        }
        throw new Rejected("intake.file.noHeader");
    }

    /** How many values most rows have. */
    private static int typicalWidth(List<RawRow> rows) {
        var counts = new HashMap<Integer, Integer>();
        rows.forEach(row -> counts.merge(filled(row), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private static int firstColumn(List<RawRow> rows, int header) {
        var first = 0;
        while (first < rows.get(header).size() && isEmpty(rows.subList(header, rows.size()), first)) {
            first++;
        }
        return first;
    }

    private static boolean isEmpty(List<RawRow> rows, int column) {
        return rows.stream().allMatch(row -> row.cell(column).isEmpty());
    }

    private static int filled(RawRow row) {
        var filled = 0;
        for (var at = 0; at < row.size(); at++) {
            filled += row.cell(at).isEmpty() ? 0 : 1;
        }
        return filled;
    }

    private static long known(RawRow row) {
        var known = 0L;
        for (var at = 0; at < row.size(); at++) {
            known += FieldNames.isKnown(row.cell(at)) ? 1 : 0;
        }
        return known;
    }

    private static boolean hasWords(RawRow row) {
        for (var at = 0; at < row.size(); at++) {
            if (row.cell(at).chars().anyMatch(Character::isLetter)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDates(RawRow row) {
        for (var at = 0; at < row.size(); at++) {
            if (row.cell(at).length() > 5 && new DateTally().add(row.cell(at))) {
                return true;
            }
        }
        return false;
    }
}
