package io.dunlin.ledger;

import static java.util.Comparator.comparingLong;

import io.dunlin.kernel.Rejected;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether profiles together hold every number of days, and each only once. */
final class Tiling {
    private static final String KEY = "ledger.profiles.";

    private Tiling() {}

    /**
     * A place that no profile holds, or that two do.
     *
     * @param from its lower end in days, as typed; null: everything below {@code to}
     * @param to its upper end; null: everything above {@code from}
     * @param before the profile that ends there, or the first of the two; null: none
     * @param after the profile that begins there, or the second of the two; null: none
     */
    record Fault(
            boolean isGap,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable PaymentProfile before,
            @Nullable PaymentProfile after) {
        /** In words that name the place and its neighbours. */
        Rejected refusal() {
            return new Rejected(
                    KEY + (isGap ? "gap." : "overlap.") + extent(),
                    number(from),
                    number(to),
                    name(before),
                    name(after));
        }

        private String extent() {
            if (from == null) {
                return to == null ? "all" : "below";
            }
            return to == null ? "above" : from.compareTo(to) == 0 ? "exactly" : "between";
        }

        private static Object number(@Nullable BigDecimal days) {
            return days == null ? "" : days.stripTrailingZeros();
        }

        private static String name(@Nullable PaymentProfile profile) {
            return profile == null ? "" : profile.name();
        }
    }

    static List<PaymentProfile> inOrder(List<PaymentProfile> profiles) {
        return profiles.stream()
                .sorted(comparingLong((PaymentProfile profile) -> profile.band().first())
                        .thenComparingLong(profile -> profile.band().last()))
                .toList();
    }

    /** The first fault from below; empty where there is none. None of the bands is empty. */
    static Optional<Fault> fault(List<PaymentProfile> profiles) {
        if (profiles.isEmpty()) {
            return Optional.of(new Fault(true, null, null, null, null));
        }
        var ordered = inOrder(profiles);
        var first = ordered.getFirst();
        if (first.band().lowest() != null) {
            return Optional.of(new Fault(true, null, first.band().lowest(), null, first));
        }
        for (var place = 1; place < ordered.size(); place++) {
            var fault = between(ordered.get(place - 1), ordered.get(place));
            if (fault.isPresent()) {
                return fault;
            }
        }
        var last = ordered.getLast();
        return last.band().highest() == null
                ? Optional.empty()
                : Optional.of(new Fault(true, last.band().highest(), null, last, null));
    }

    private static Optional<Fault> between(PaymentProfile one, PaymentProfile next) {
        var end = one.band().last();
        var begin = next.band().first();
        if (end != DayBand.EVERYTHING_ABOVE && begin == end + 1) {
            return Optional.empty();
        }
        if (end == DayBand.EVERYTHING_ABOVE || begin <= end) {
            var smaller = end < next.band().last()
                    ? one.band().highest()
                    : next.band().highest();
            return Optional.of(new Fault(false, next.band().lowest(), smaller, one, next));
        }
        return Optional.of(new Fault(true, one.band().highest(), next.band().lowest(), one, next));
    }
}
