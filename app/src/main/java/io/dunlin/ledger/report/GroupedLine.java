package io.dunlin.ledger.report;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one customer, of all that share a value, or of all together.
 *
 * @param code what the filter is set to that chooses this line; null: those without a value, or all
 * @param label null: those without a value, or all
 * @param customers number of them
 * @param figures by key; null where a figure is not known
 */
record GroupedLine(
        @Nullable String code, @Nullable String label, long customers, Map<String, @Nullable BigDecimal> figures) {
    GroupedLine {
        figures = new HashMap<>(figures);
    }

    @Nullable
    BigDecimal figure(String key) {
        return figures.get(key);
    }

    /** Zero where it is not known. */
    BigDecimal amount(String key) {
        var figure = figures.get(key);
        return figure == null ? BigDecimal.ZERO : figure;
    }

    /**
     * A page of the lines and the figures of all that fit the question.
     *
     * @param lines of this page
     * @param count number of lines over all pages
     */
    record Answer(List<GroupedLine> lines, GroupedLine totals, long count) {}
}
