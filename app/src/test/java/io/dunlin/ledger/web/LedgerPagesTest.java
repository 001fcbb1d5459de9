package io.dunlin.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerPagesTest extends LedgerPages {
    @Test
    void the_list_shows_totals_and_links_and_no_markup_of_others() throws Exception {
        var page = read(get("/customers"));
        assertThat(page).contains("href=\"/customers/EST/A~2F1%20%C3%A9\"").contains("W".repeat(200));
        assertThat(page).contains("123,456,789,012.50").contains("3 customers with ");
        assertThat(page).doesNotContain("<script>alert");
        assertThat(read(get("/customers?q=nobody&overdue=1"))).contains("Overdue only");
    }

    @Test
    void the_file_shows_its_statement_and_every_tab() throws Exception {
        var page = read(get(java.net.URI.create("/customers/EST/A~2F1%20%C3%A9")));
        assertThat(page).contains("Overdue, 1 item").contains("Not due, 1 item").contains("USD");
        assertThat(page).contains("data-sums=\"1234567890125000\tEUR\t\"").doesNotContain("<script>alert");
        for (var tab : List.of("statement", "contacts", "details", "orders", "reports", "history")) {
            assertThat(read(get(java.net.URI.create("/customers/EST/A~2F1%20%C3%A9/" + tab))))
                    .contains("aria-current=\"page\"")
                    .doesNotContain("<script>alert")
                    .doesNotContain("ledger.");
        }
        assertThat(read(get(java.net.URI.create("/customers/EST/W?asOf=2026-01-01&show=all"))))
                .contains("Nothing to show as of 2026-01-01");
    }

    @Test
    void an_item_tells_its_story() throws Exception {
        assertThat(read(get("/items/" + invoice)))
                .contains("Opened with 123,456,789,012.50 EUR, due 2026-10-01")
                .doesNotContain("<script>alert");
    }

    @Test
    void programs_get_the_same_as_json() throws Exception {
        assertThat(read(get("/api/v1/customers?q=alert")))
                .contains("\"rows\":1")
                .contains("\"code\":\"A/1 é\"");
        assertThat(read(get(java.net.URI.create("/api/v1/customers/EST/A~2F1%20%C3%A9"))))
                .contains("\"overdue\":123456789012.5000");
        assertThat(read(get(java.net.URI.create("/api/v1/customers/EST/A~2F1%20%C3%A9/items?asOf=2026-10-02"))))
                .contains("\"daysLate\":1")
                .contains("\"asOf\":\"2026-10-02\"");
    }

    @Test
    void another_tenants_customers_and_items_do_not_exist() {
        var other = ledger.newTenant("Other");
        assertThatThrownBy(() -> perform(other, get("/customers/EST/W"))).hasMessageContaining("NotFound");
        assertThatThrownBy(() -> perform(other, get("/items/" + invoice))).hasMessageContaining("NotFound");
        assertThatThrownBy(() -> perform(other, get("/api/v1/customers/EST/W"))).hasMessageContaining("NotFound");
    }
}
