package io.dunlin.criteria.scorecards;

import java.time.Instant;

/**
 * A scorecard as it is now.
 *
 * @param version rises by one each time that it is saved, from 1
 * @param changedAt when this version was saved
 */
public record Scorecard(long id, String name, int version, Definition definition, Instant changedAt) {
    /** Code of the indicator that is its class. */
    String gradeCode() {
        return CardIndicators.code(id, CardIndicators.GRADE);
    }
}
