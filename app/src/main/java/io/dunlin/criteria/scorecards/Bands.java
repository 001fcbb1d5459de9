package io.dunlin.criteria.scorecards;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;

/**
 * The parts into which the values of an indicator fall: each known value into exactly one. Bands have places, from 1. Stored as JSON:
 * never rename.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Bands.Ranges.class, name = "ranges"),
    @JsonSubTypes.Type(value = Bands.Values.class, name = "values")
})
public sealed interface Bands {
    /** How many there are, at least one. */
    int size();

    /**
     * Numbers, or the age of dates in days: below the first end, from each end to below the next, and from the last one up. So they leave
     * no gap and do not overlap, whatever the ends are.
     *
     * @param ends rising; none: all values are in one band
     */
    record Ranges(List<BigDecimal> ends) implements Bands {
        public Ranges {
            ends = List.copyOf(ends);
        }

        @Override
        public int size() {
            return ends.size() + 1;
        }
    }

    /**
     * Codes: each value by itself, and behind them whatever else there is or will be.
     *
     * @param values without two that are the same
     */
    record Values(List<String> values) implements Bands {
        public Values {
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size() + 1;
        }
    }
}
