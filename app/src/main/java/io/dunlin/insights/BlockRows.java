package io.dunlin.insights;

import io.dunlin.reporting.OverviewBlock.Width;
import java.util.ArrayList;
import java.util.List;

/** Puts blocks of different widths into rows of twelve columns without holes. */
public final class BlockRows {
    private static final int COLUMNS = 12;

    private BlockRows() {}

    /** @param rows 2 for a block beside which two others stand one above the other */
    public record Spot(int columns, int rows) {
        /** Classes of the style sheet. */
        public String classes() {
            return "c" + columns + (rows > 1 ? " tall" : "");
        }
    }

    /** One for each block, in their order. */
    public static List<Spot> of(List<Width> widths) {
        var spots = new ArrayList<Spot>();
        while (spots.size() < widths.size()) {
            var rest = widths.subList(spots.size(), widths.size());
            if (rest.size() > 2
                    && rest.get(0) == Width.TWO_THIRDS
                    && rest.get(1) == Width.THIRD
                    && rest.get(2) == Width.THIRD) {
                spots.add(new Spot(Width.TWO_THIRDS.columns(), 2));
                spots.add(new Spot(Width.THIRD.columns(), 1));
                spots.add(new Spot(Width.THIRD.columns(), 1));
            } else {
                spots.addAll(row(rest));
            }
        }
        return List.copyOf(spots);
    }

    /** As many as fit; what is left over widens all of them alike, or the last one where they differ. */
    private static List<Spot> row(List<Width> rest) {
        var taken = 0;
        var count = 0;
        while (count < rest.size() && taken + rest.get(count).columns() <= COLUMNS) {
            taken += rest.get(count++).columns();
        }
        var row = rest.subList(0, count);
        var alike = row.stream().distinct().count() == 1;
        var spots = new ArrayList<Spot>();
        for (var width : row) {
            var isLast = spots.size() == count - 1;
            var columns = alike ? COLUMNS / count : width.columns() + (isLast ? COLUMNS - taken : 0);
            spots.add(new Spot(columns, 1));
        }
        return spots;
    }
}
