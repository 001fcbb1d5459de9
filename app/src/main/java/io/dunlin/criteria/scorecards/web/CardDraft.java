package io.dunlin.criteria.scorecards.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card as it is typed: everything as text, also what is wrong.
 *
 * @param id null: a new card
 * @param overrides tried from the top
 * @param lines of a table of points
 * @param cells of a matrix: for each band of the rows, for each of the columns, the class
 */
public record CardDraft(
        @Nullable Long id,
        boolean matrix,
        String name,
        List<GradeDraft> grades,
        List<OverrideDraft> overrides,
        List<LineDraft> lines,
        String enough,
        AxisDraft rows,
        AxisDraft columns,
        List<List<String>> cells) {
    /** @param from least points; empty in a matrix */
    public record GradeDraft(String name, String from) {}

    /**
     * @param search number of a saved search; empty: none is chosen yet, or it has criteria of its own
     * @param criteria its own as JSON; null: it goes by a search
     */
    public record OverrideDraft(String search, @Nullable String criteria, String grade) {}

    /**
     * @param codes whether its values are codes and not numbers
     * @param bands the ends of ranges, or the codes
     */
    public record AxisDraft(String indicator, boolean codes, List<String> bands) {
        public static final AxisDraft NONE = new AxisDraft("", false, List.of());

        /** Ranges have one behind their last end, codes one for all others. */
        public int size() {
            return bands.size() + 1;
        }
    }

    /** @param missing points where the value is unknown; empty: the line is left out */
    public record LineDraft(AxisDraft axis, String weight, List<String> points, String missing) {
        /** Empty where nothing is typed yet. */
        public String points(int at) {
            return at < points.size() ? points.get(at) : "";
        }
    }

    public String cell(int row, int column) {
        return row < cells.size() && column < cells.get(row).size()
                ? cells.get(row).get(column)
                : "";
    }

    CardDraft withGrades(List<GradeDraft> others) {
        return new CardDraft(id, matrix, name, others, overrides, lines, enough, rows, columns, cells);
    }

    CardDraft withOverrides(List<OverrideDraft> others) {
        return new CardDraft(id, matrix, name, grades, others, lines, enough, rows, columns, cells);
    }

    CardDraft withLines(List<LineDraft> others) {
        return new CardDraft(id, matrix, name, grades, overrides, others, enough, rows, columns, cells);
    }

    CardDraft withMatrix(AxisDraft otherRows, AxisDraft otherColumns, List<List<String>> otherCells) {
        return new CardDraft(id, matrix, name, grades, overrides, lines, enough, otherRows, otherColumns, otherCells);
    }
}
