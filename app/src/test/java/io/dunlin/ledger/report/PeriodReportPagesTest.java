package io.dunlin.ledger.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.testing.RunningApplication;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Overdue trend, sales and cash receipts as pages, files and JSON. */
class PeriodReportPagesTest extends RunningApplication {
    @Test
    void the_overdue_trend_leads_to_the_ageing_of_each_day() {
        var subscriber = withItems();

        var page = signedIn(subscriber.administrator())
                .get("/reports/overdue-trend?company=EST&asOf=2026-11-22&periods=3")
                .body();

        assertThat(page)
                .contains("On 2026-11-22, EUR\u00a040.00 was overdue (400.0\u00a0% of the receivable)")
                .contains("Situation on 2026-11-22</a>")
                .contains("href=\"/reports/ageing?company=EST&amp;asOf=2026-10-31&amp;customer=C/1%20%C3%A9\"")
                .contains("&#34;line&#34;:true")
                .contains("GBP 70.00 in 1 item is in no sum")
                .doesNotContain("No payment is known");
    }

    @Test
    void lines_of_a_group_lead_to_its_customers() {
        var browser = signedIn(withItems().administrator());

        var page = browser.get("/reports/sales?company=EST&asOf=2026-11-22&groupBy=customerGroup")
                .body();

        assertThat(page).contains("&lt;b&gt;North&lt;/b&gt;").doesNotContain("<b>North</b>");
        var link = page.replaceAll("(?s).*href=\"(/reports/sales[^\"]*customerGroup=\\d+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(link).doesNotContain("groupBy");
        assertThat(browser.get(link).body()).contains("/customers/EST/C2").doesNotContain("Customer C/1");
    }

    @Test
    void programs_get_figures_rows_and_periods() {
        var subscriber = withItems();

        var receipts = json(subscriber, "cash-receipts?asOf=2026-11-22&periods=3");
        assertThat(receipts.at("/figures/total").decimalValue()).isEqualByComparingTo("60");
        assertThat(receipts.at("/figures/averageDelay").decimalValue()).isEqualByComparingTo("40");
        assertThat(receipts.at("/rows/0/code").asString()).isEqualTo("C/1 é");
        assertThat(receipts.at("/rows/0/2026-10").decimalValue()).isEqualByComparingTo("60");
        assertThat(receipts.at("/sections/periods/1/late").decimalValue()).isEqualByComparingTo("60");
        var trend = json(subscriber, "overdue-trend?asOf=2026-11-22&periods=3");
        assertThat(trend.at("/figures/overdue").decimalValue()).isEqualByComparingTo("40");
        assertThat(trend.at("/totals/2026-09").decimalValue()).isEqualByComparingTo("100");
        assertThat(trend.at("/sections/periods/2/situation").asString()).isEqualTo("2026-09-30");
        var sales = json(subscriber, "sales?asOf=2026-11-22&show=months&tax=included");
        assertThat(sales.at("/figures/total").decimalValue()).isEqualByComparingTo("70");
        assertThat(sales.at("/rows/0/2026-08").decimalValue()).isEqualByComparingTo("100");
        assertThat(sales.at("/notices/0").asString()).contains("GBP");
        assertThat(json(subscriber, "sales?asOf=2026-11-22&groupBy=nothing")
                        .at("/remedy")
                        .asString())
                .contains("customer, collector, customerGroup, country, salesManager");
    }

    @Test
    void files_have_all_rows_and_french_readers_their_words() {
        var subscriber = withItems();
        var french = signedIn(newUser(subscriber.tenant(), Role.ADMINISTRATOR, "fr"));

        for (var report : List.of("overdue-trend", "sales", "cash-receipts")) {
            var file = french.get("/reports/" + report + ".csv?company=EST&asOf=2026-11-22&by=week");
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.body()).contains("Client");
        }
        assertThat(french.get("/reports/cash-receipts.csv?company=EST&asOf=2026-11-22")
                        .body())
                .contains("C/1 é,Customer C/1 é,60");
        assertThat(french.get("/reports/cash-receipts?company=EST&asOf=2026-11-22")
                        .body())
                .contains("40,0 jours de retard", "nov. 2026");
    }

    @Test
    void an_empty_ledger_says_so_without_notices() {
        var browser = signedIn(newTenant().administrator());

        for (var report : List.of("overdue-trend", "sales", "cash-receipts")) {
            var page = browser.get("/reports/" + report + "?company=EST&asOf=2026-11-22");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Nothing was").doesNotContain("data-chart", "is missing here");
        }
    }

    private JsonNode json(Subscriber subscriber, String address) {
        var login = subscriber.administrator() + ":" + PASSWORD;
        return JsonMapper.shared()
                .readTree(browser()
                        .get(
                                "/api/v1/reports/" + address,
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)))
                        .body());
    }

    /** An invoice paid in part 40 days late, a credit note, and an invoice in a currency without a rate. */
    private Subscriber withItems() {
        var subscriber = newTenant();
        var items = new SampleItems(place(subscriber.tenant()));
        items.item(
                ItemKind.INVOICE,
                "C/1 é",
                "1",
                "EUR",
                "100",
                day("2026-08-10"),
                List.of(
                        new SampleItems.Open(day("2026-08-10"), day("2026-10-20"), day("2026-09-10"), "100"),
                        new SampleItems.Open(day("2026-10-20"), null, day("2026-09-10"), "40")));
        items.item(ItemKind.CREDIT_NOTE, "C/1 é", "2", "EUR", "-30", "2026-10-01", "2026-10-01", null);
        items.item(ItemKind.INVOICE, "C2", "3", "GBP", "70", "2026-09-01", "2026-10-01", null);
        items.item(ItemKind.INVOICE, "C2", "4", "EUR", "5", "2025-01-01", "2025-01-31", "2025-01-31");
        items.save();
        items.group("<b>North</b>", "C2");
        return subscriber;
    }

    private SampleItems.Place place(TenantId tenant) {
        var transaction = new TransactionTemplate(bean(PlatformTransactionManager.class));
        var company = CurrentTenant.call(
                tenant, () -> bean(Companies.class).find("EST").orElseThrow());
        return new SampleItems.Place(bean(DSLContext.class), tenant, company, clock(), new SampleItems.Transactions() {
            @Override
            public <T> T run(Supplier<T> work) {
                return CurrentTenant.call(tenant, () -> transaction.execute(status -> work.get()));
            }
        });
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
