package io.dunlin.intake;

import io.dunlin.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Finds the sheet of a workbook that holds the list: the first one with a row of names, known ones preferred. */
final class Sheets {
    private static final int LOOKED_AT = 50;
    private static final int CERTAIN = 2;

    private Sheets() {}

    static String choose(Workbook book) {
        @Nullable String best = null;
        Rejected problem = new Rejected("intake.file.empty");
        var bestKnown = -1L;
        for (var sheet : book.sheets().stream().limit(LOOKED_AT).toList()) {
            try (var rows = book.rows(sheet)) {
                var known = TableTop.find(rows).known();
                if (known >= CERTAIN) {
                    return sheet;
                }
                if (known > bestKnown) {
                    best = sheet;
                    bestKnown = known;
                }
            } catch (Rejected unfit) {
                problem = unfit;
            }
        }
        if (best == null) {
            throw problem;
        }
        return best;
    }
}
