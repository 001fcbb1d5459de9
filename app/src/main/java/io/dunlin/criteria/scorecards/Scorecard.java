package io.dunlin.criteria.scorecards;

import io.dunlin.criteria.scorecards.ScoreSheet.Tone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as it is now.
 *
 * @param version rises by one each time that it is saved, from 1
 * @param changedAt when this version was saved
 */
public record Scorecard(long id, String name, int version, Definition definition, Instant changedAt) {
    /** Code of the indicator that is its class. */
    public String gradeCode() {
        return CardIndicators.code(id, CardIndicators.GRADE);
    }

    /** How good a class is; null: none. */
    public Tone tone(@Nullable String grade) {
        return Readings.tone(definition, grade);
    }
}
