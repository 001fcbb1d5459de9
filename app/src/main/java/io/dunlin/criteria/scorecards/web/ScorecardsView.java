package io.dunlin.criteria.scorecards.web;

import io.dunlin.criteria.scorecards.ScoreSheet.Tone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scorecards of the tenant, with what they gave the customers of the company. */
public record ScorecardsView(List<Row> rows) {
    /**
     * @param lines of its table; 0: it is a matrix
     * @param classes the best first, at last those without one where there are any
     * @param lastRun null: never for this company
     * @param broken why it cannot be calculated any more, in words; null: it can
     */
    public record Row(
            long id,
            String name,
            boolean isMatrix,
            int lines,
            int overrides,
            List<ClassCount> classes,
            @Nullable Instant lastRun,
            @Nullable String broken) {
        public int customers() {
            return classes.stream().mapToInt(ClassCount::customers).sum();
        }
    }

    /**
     * @param name null: too little is known
     * @param search address of the list of these customers
     */
    public record ClassCount(@Nullable String name, Tone tone, int customers, String search) {}
}
