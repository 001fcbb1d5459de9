package io.dunlin.criteria.rules;

import io.dunlin.criteria.Criteria;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whoever the search finds is given the value.
 *
 * @param attribute code of what is given
 * @param position in the order in which rules are tried
 * @param search number of the saved search; null: everybody
 * @param searchName null: everybody
 * @param criteria those of the search as they are now; of everybody: all of nothing
 * @param value what is given
 * @param automatic whether it belongs to the sequence that runs by itself
 * @param newOnly only customers that came after the sequence last ran
 * @param drops takes the value away from those who are not found any more; only where a customer may have several
 */
public record Rule(
        long id,
        String attribute,
        int position,
        @Nullable Long search,
        @Nullable String searchName,
        Criteria criteria,
        String value,
        boolean automatic,
        boolean newOnly,
        boolean drops,
        Instant createdAt) {}
