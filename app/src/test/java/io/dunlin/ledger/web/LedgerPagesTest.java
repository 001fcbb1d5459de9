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
    void the_items_of_all_customers_are_listed_with_totals_by_currency_and_no_markup_of_others() throws Exception {
        var page = read(get("/items"));
        assertThat(page)
                .contains("2 open items, 123,456,789,012.50 EUR together.", "USD 70.00 in 1 item is in no sum")
                .contains("href=\"/customers/EST/A~2F1%20%C3%A9\"", "href=\"/items/" + invoice + "\"", ">USD-1<")
                .containsSubsequence("<tfoot>", "1 item", "123,456,789,012.50", "EUR", "70.00", "USD", "2 items")
                .doesNotContain("<script>alert", "ledger.");
        assertThat(read(get("/items?status=overdue")))
                .contains("1 overdue item")
                .doesNotContain(">USD-1<");
        assertThat(read(get("/items?status=cleared&q=nobody"))).contains("Nothing is cleared.", "Nothing found");
        assertThat(read(get("/items").param("c", "item.currency.oneOf(USD)")))
                .contains("Currency is USD", "1 item, of which", ">USD-1<");
        assertThat(read(get("/items").param("c", "item.colour.oneOf(RED)")))
                .contains("These criteria cannot be used.", "data-row-count=\"0\"");
        assertThat(read(get("/items?build=1"))).contains("name=\"subject\" value=\"item\"");
        assertThat(read(get("/items?page=nonsense&sort=x%27&status=all&columns=number,customer.groups")))
                .contains("Groups (customer)");
    }

    @Test
    void items_go_out_as_they_are_shown_and_as_json() throws Exception {
        var csv = read(get("/items/export.csv?columns=number,openAmount,currency,amount"));
        assertThat(csv.lines())
                .contains("USD-1,70.0000,USD,", "1 item,70.0000,USD,")
                .anyMatch(line -> line.startsWith("2 items,,,123456789012.50"));
        assertThat(perform(get("/items/export.xlsx")).getContentType()).contains("spreadsheetml");
        var json = read(get("/api/v1/items?status=all&sort=openAmount&columns=customer.name,customer.receivable"));
        assertThat(json)
                .contains("\"rows\":2", "\"more\":false", "\"customer.receivable\":", "\"number\":\"USD-1\"")
                .contains("\"openAmountConverted\":null");
        assertThat(perform(get("/api/v1/items?c=item.colour.empty()")).getStatus())
                .isEqualTo(400);
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
