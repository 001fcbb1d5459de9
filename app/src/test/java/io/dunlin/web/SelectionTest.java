package io.dunlin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.Rejected;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;

class SelectionTest {
    @Test
    void keys_come_one_a_line() {
        assertThat(Selection.of(Map.of("keys", "7\r\n12\n\n7", "query", "?q=a")))
                .isEqualTo(new Selection.Some(Set.of("7", "12")));
    }

    @Test
    void all_of_a_filter_come_with_its_query_and_without_the_unticked() {
        assertThat(Selection.of(Map.of("all", "1", "keys", "3", "query", "?q=caf%C3%A9+%26+co&overdue=1&group=")))
                .isEqualTo(new Selection.All(
                        MultiValueMap.fromSingleValue(Map.of("q", "café & co", "overdue", "1", "group", "")),
                        Set.of("3")));
        assertThat(Selection.of(Map.of("all", "1")))
                .isEqualTo(new Selection.All(MultiValueMap.fromSingleValue(Map.of()), Set.of()));
    }

    @Test
    void nothing_ticked_is_refused() {
        assertThatThrownBy(() -> Selection.of(Map.of("all", "", "keys", " \n", "query", "?q=a")))
                .isInstanceOf(Rejected.class)
                .hasMessage("web.select.nothing");
    }

    @Test
    void a_percent_sign_typed_by_hand_stands_for_itself() {
        assertThat(Selection.query(Map.of("query", "?q=100%"))).isEqualTo(Map.of("q", List.of("100%")));
    }
}
