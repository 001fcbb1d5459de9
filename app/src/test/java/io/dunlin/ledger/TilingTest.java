package io.dunlin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TilingTest {
    /** Around the bounds that are tried, in hundredths of a day. */
    private static final int FAR = 800;

    @Property
    void bands_tile_or_the_named_place_is_held_by_none_or_by_two(@ForAll("bands") List<DayBand> bands) {
        var profiles = profiles(bands);
        var places = IntStream.rangeClosed(-FAR, FAR).mapToObj(at -> BigDecimal.valueOf(at, 2));

        var fault = Tiling.fault(profiles);

        assertThat(fault.isEmpty()).isEqualTo(places.allMatch(days -> holders(profiles, days) == 1));
        fault.ifPresent(found -> assertThat(IntStream.rangeClosed(-FAR, FAR)
                        .mapToObj(at -> BigDecimal.valueOf(at, 2))
                        .filter(days -> isAt(found, days))
                        .map(days -> holders(profiles, days)))
                .isNotEmpty()
                .allMatch(holders -> found.isGap() ? holders == 0 : holders > 1));
    }

    @Property
    void cutting_the_line_anywhere_makes_bands_that_tile(
            @ForAll @IntRange(min = 0, max = 8) int cuts, @ForAll Random random) {
        var bounds = random.ints(-FAR, FAR).distinct().limit(cuts).sorted().toArray();
        var bands = new ArrayList<DayBand>();
        BigDecimal lowest = null;
        var holdsLowest = false;
        for (var bound : bounds) {
            var highest = BigDecimal.valueOf(bound, 2);
            var holdsHighest = random.nextBoolean();
            bands.add(new DayBand(lowest, holdsLowest, highest, holdsHighest));
            lowest = highest;
            holdsLowest = !holdsHighest;
        }
        bands.add(new DayBand(lowest, holdsLowest, null, false));
        var profiles = profiles(bands.stream().filter(band -> !band.isEmpty()).toList());
        var shuffled = new ArrayList<>(profiles);
        Collections.shuffle(shuffled, random);

        assertThat(Tiling.fault(shuffled)).isEmpty();
        assertThat(Tiling.inOrder(shuffled)).isEqualTo(profiles);
    }

    @Test
    void the_place_of_a_gap_stands_between_its_neighbours() {
        var fault = Tiling.fault(profiles(List.of(
                        band(null, false, "10", true), band("11", true, "30", true), band("30", false, null, false))))
                .orElseThrow();

        assertThat(fault.refusal().key()).isEqualTo("ledger.profiles.gap.between");
        assertThat(fault.refusal().arguments())
                .containsExactly(new BigDecimal("1E+1"), new BigDecimal("11"), "profile 0", "profile 1");
    }

    @Test
    void a_bound_that_neither_holds_is_a_gap_of_one_place_and_one_that_both_hold_an_overlap() {
        var neither = profiles(List.of(band(null, false, "10", false), band("10", false, null, false)));
        var both = profiles(List.of(band(null, false, "10", true), band("10", true, null, false)));

        assertThat(Tiling.fault(neither).orElseThrow().refusal().key()).isEqualTo("ledger.profiles.gap.exactly");
        assertThat(Tiling.fault(both).orElseThrow().refusal().key()).isEqualTo("ledger.profiles.overlap.exactly");
    }

    @Test
    void the_line_has_no_ends() {
        var low = profiles(List.of(band("0", true, null, false)));
        var high = profiles(List.of(band(null, false, "60", true)));

        assertThat(Tiling.fault(low).orElseThrow().refusal().key()).isEqualTo("ledger.profiles.gap.below");
        assertThat(Tiling.fault(high).orElseThrow().refusal().key()).isEqualTo("ledger.profiles.gap.above");
        assertThat(Tiling.fault(List.of()).orElseThrow().refusal().key()).isEqualTo("ledger.profiles.gap.all");
        assertThat(Tiling.fault(PaymentProfile.presets())).isEmpty();
    }

    @Provide
    Arbitrary<List<DayBand>> bands() {
        var bound = Arbitraries.integers()
                .between(-4, 4)
                .map(days -> BigDecimal.valueOf(days))
                .injectNull(0.3);
        var sides = Arbitraries.of(true, false);
        return Combinators.combine(bound, sides, bound, sides)
                .as(DayBand::new)
                .filter(band -> !band.isEmpty())
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static boolean isAt(Tiling.Fault fault, BigDecimal days) {
        return isAbove(fault, days) && isBelow(fault, days);
    }

    /** The ends themselves belong to the place only where it is no more than them. */
    private static boolean isAbove(Tiling.Fault fault, BigDecimal days) {
        return fault.from() == null
                || days.compareTo(fault.from()) > 0
                || days.compareTo(fault.from()) == 0 && isPoint(fault);
    }

    private static boolean isBelow(Tiling.Fault fault, BigDecimal days) {
        return fault.to() == null
                || days.compareTo(fault.to()) < 0
                || days.compareTo(fault.to()) == 0 && isPoint(fault);
    }

    private static boolean isPoint(Tiling.Fault fault) {
        return fault.from() != null && fault.to() != null && fault.from().compareTo(fault.to()) == 0;
    }

    private static long holders(List<PaymentProfile> profiles, BigDecimal days) {
        return profiles.stream().filter(profile -> profile.band().holds(days)).count();
    }

    private static List<PaymentProfile> profiles(List<DayBand> bands) {
        return IntStream.range(0, bands.size())
                .mapToObj(at -> new PaymentProfile("p" + at, "profile " + at, "", "grey", bands.get(at), false))
                .toList();
    }

    private static DayBand band(
            @Nullable String lowest, boolean holdsLowest, @Nullable String highest, boolean holdsHighest) {
        return new DayBand(
                lowest == null ? null : new BigDecimal(lowest),
                holdsLowest,
                highest == null ? null : new BigDecimal(highest),
                holdsHighest);
    }
}
