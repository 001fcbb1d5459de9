package io.dunlin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void a_missing_extra_wrong_or_swapped_letter_is_one_error() {
        for (var typed : List.of("brasseie", "brassserie", "brassetie", "brassrie", "rbasserie")) {
            assertThat(Spelling.errors(typed, "brasserie")).as(typed).hasValue(1);
        }
        assertThat(Spelling.errors("brasserie", "brasserie")).hasValue(0);
        assertThat(Spelling.errors("boulangerie", "brasserie")).isEmpty();
    }

    @Test
    void long_words_may_have_two_errors_and_short_ones_none() {
        assertThat(Spelling.errors("establisment", "establishment")).hasValue(1);
        assertThat(Spelling.errors("estabilsment", "establishment")).hasValue(2);
        assertThat(Spelling.errors("duopnd", "dupont")).isEmpty();
        assertThat(Spelling.errors("sar", "sas")).isEmpty();
    }

    @Test
    void what_is_still_being_typed_is_compared_with_beginnings() {
        assertThat(Spelling.errors("brsase", "brasserie")).hasValue(1);
        assertThat(Spelling.errors("mart", "marseille")).isEmpty();
    }

    @Test
    void codes_have_to_be_right() {
        assertThat(Spelling.errors("c10482", "c10483")).isEmpty();
    }

    @Test
    void words_with_one_error_have_a_form_in_common() {
        for (var typed : List.of("brsaserie", "basserie", "bbrasserie", "brqsserie", "rbasserie", "brassreie")) {
            assertThat(Spelling.forms(typed)).as(typed).containsAnyElementsOf(Spelling.forms("brasserie"));
        }
        assertThat(Spelling.forms("dpont")).containsAnyElementsOf(Spelling.forms("dupont"));
        assertThat(Spelling.forms("noll")).containsAnyElementsOf(Spelling.forms("noel"));
    }
}
