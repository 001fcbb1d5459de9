package io.dunlin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepeatFilterTest {
    private final RepeatFilter filter = new RepeatFilter();

    @Test
    void whatever_comes_twice_is_named_however_far_apart() {
        for (var number = 0; number < 300_000; number++) {
            filter.add("N:2026:F" + number);
        }
        filter.add("N:2026:F0");
        filter.add("N:2026:F299999");

        assertThat(filter.suspects()).contains("N:2026:F0", "N:2026:F299999");
        assertThat(filter.isUndecided()).isFalse();
    }

    @Test
    void hardly_anything_is_named_by_mistake() {
        for (var number = 0; number < 1_000_000; number++) {
            filter.add("N:2026:F" + number);
        }

        assertThat(filter.suspects()).hasSizeLessThan(200);
    }

    @Test
    void a_file_of_nothing_but_repeats_is_not_remembered_row_by_row() {
        for (var number = 0; number < 60_000; number++) {
            filter.add("N:2026:F" + number / 2);
        }

        assertThat(filter.isUndecided()).isTrue();
        assertThat(filter.suspects()).hasSizeLessThan(20_002);
    }
}
