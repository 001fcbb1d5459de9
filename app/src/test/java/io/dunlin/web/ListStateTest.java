package io.dunlin.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListStateTest {
    @Test
    void a_view_keeps_filters_order_and_columns_and_nothing_of_the_moment() {
        assertThat(ListState.of("/reports/sales?company=EST&asOf=2026-01-31&q=a+b&by=month&by=week&page=3&sort="))
                .isEqualTo("q=a%20b&by=month&by=week");
        assertThat(ListState.of("/customers?c=a&build=1")).isEqualTo("c=a");
        assertThat(ListState.of("/customers")).isEmpty();
        assertThat(ListState.of("/customers?")).isEmpty();
    }

    @Test
    void a_view_opens_for_the_company_and_day_that_are_looked_at() {
        assertThat(ListState.open("/reports/sales?company=EST&asOf=2026-01-31&q=a&page=2", "by=month"))
                .isEqualTo("/reports/sales?company=EST&asOf=2026-01-31&by=month");
        assertThat(ListState.open("/customers?q=a", "")).isEqualTo("/customers?");
        assertThat(ListState.open("/customers", "overdue=1")).isEqualTo("/customers?overdue=1");
    }

    @Test
    void whatever_is_in_an_address_becomes_a_query_and_nothing_else() {
        assertThat(ListState.of("/customers?q=100%&g={a}<b>\r\nX: y"))
                .isEqualTo("q=100%25&g=%7Ba%7D%3Cb%3E%0D%0AX%3A%20y");
    }

    @Test
    void only_paths_of_this_site_are_lists() {
        assertThat(ListState.isList("/customers")).isTrue();
        assertThat(ListState.isList("/reports/ageing-balance")).isTrue();
        assertThat(ListState.isList("//evil.example")).isFalse();
        assertThat(ListState.isList("https://evil.example")).isFalse();
        assertThat(ListState.isList("/\\evil.example")).isFalse();
    }
}
