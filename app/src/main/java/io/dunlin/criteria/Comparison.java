package io.dunlin.criteria;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of the value of an indicator. An unknown value answers neither yes nor no, save to {@link Empty}. */
public sealed interface Comparison {
    /** Whether there is no value: unknown, or a blank text, or none of several. */
    record Empty() implements Comparison {}

    /** Whether it is one of the texts or codes; texts in any case, without accents. Of several: whether one of them is. */
    record OneOf(List<String> values) implements Comparison {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** Whether the text has the part in the place; in any case, without accents. */
    record Part(Place place, String text) implements Comparison {
        public enum Place {
            ANYWHERE,
            START,
            END
        }
    }

    /** Whether the number lies between the bounds, which belong to it; a bound that is null is open. */
    record Between(@Nullable BigDecimal from, @Nullable BigDecimal to) implements Comparison {}

    /** Whether the date lies between the days, which belong to it; a day that is null is open. */
    record Days(@Nullable LocalDate from, @Nullable LocalDate to) implements Comparison {}

    /** Whether the date lies in the n days before today, or is today. */
    record InLast(int days) implements Comparison {}

    /** Whether the date lies in the n days after today, or is today. */
    record InNext(int days) implements Comparison {}

    /** Whether the date lies more than n days before today. */
    record LongerAgo(int days) implements Comparison {}

    /** How the number stands to a share, in percent, of another indicator. */
    record Against(Relation relation, BigDecimal percent, String indicator) implements Comparison {
        public enum Relation {
            LESS,
            AT_MOST,
            AT_LEAST,
            MORE
        }

        /** True where this is false. */
        public Against opposite() {
            var other = switch (relation) {
                case LESS -> Relation.AT_LEAST;
                case AT_MOST -> Relation.MORE;
                case AT_LEAST -> Relation.LESS;
                case MORE -> Relation.AT_MOST;
            };
            return new Against(other, percent, indicator);
        }
    }

    /** Whether the score or grade is better than this one. */
    record Better(String than) implements Comparison {}

    /** Whether the score or grade is worse than this one. */
    record Worse(String than) implements Comparison {}

    /** Which way a value went: numbers rise and fall, scores and grades improve and worsen. */
    enum Way {
        ROSE,
        FELL,
        IMPROVED,
        WORSENED;

        public boolean isUp() {
            return this == ROSE || this == IMPROVED;
        }

        /** Whether it is said of scores and grades. */
        public boolean isOfRanks() {
            return this == IMPROVED || this == WORSENED;
        }
    }

    /** Whether it has been, since the end of the day n days before today, anything else than it was then. Unknown where nothing was kept then. */
    record Changed(int days) implements Comparison {}

    /**
     * Whether it is now at least so much more or less than at the end of the day n days before today; of grades, so many steps of the
     * scale.
     */
    record Moved(Way way, BigDecimal by, int days) implements Comparison {}

    /** Whether it is now beyond the value, and was not at the end of the day n days before today. */
    record Crossed(Way way, String value, int days) implements Comparison {}
}
