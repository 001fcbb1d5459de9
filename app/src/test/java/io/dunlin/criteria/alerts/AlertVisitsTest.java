package io.dunlin.criteria.alerts;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Debtor.DEBTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.criteria.alerts.AlertedCustomers.Alerted;
import io.dunlin.criteria.alerts.AlertedCustomers.Which;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.testing.Wait;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** What each user has seen of an alert, what it finds in other companies, and what it gives as a file. */
class AlertVisitsTest extends WatchedCompany {
    @Test
    void who_came_since_my_last_visit_is_new_to_me_and_to_each_colleague_by_himself() throws IOException {
        var french = alert("French", true);
        look(french);
        assertThat(codes(french, Which.UNSEEN)).isEmpty();

        load("C;Cannes;FR");
        assertThat(unseen(french)).isEqualTo(1);
        assertThat(browser.get("/alerts").body()).contains("/alerts/%d?show=unseen".formatted(french));
        assertThat(look(french)).contains("New since your last visit of this page");

        // The list knows that it has been seen; while the visit goes on it stays marked.
        assertThat(unseen(french)).isZero();
        look(french);
        assertThat(customers(french, Which.CURRENT))
                .extracting(Alerted::isUnseen)
                .containsExactly(false, false, true);
        assertThat(codes(french, Which.UNSEEN)).containsExactly("C");

        clock().pass(Duration.ofHours(1));
        browser = signedIn(administrator);
        assertThat(look(french)).doesNotContain("New since your last visit of this page");
        assertThat(codes(french, Which.UNSEEN)).isEmpty();
        user = ben;
        assertThat(unseen(french)).isEqualTo(1);
    }

    @Test
    void an_alert_that_is_saved_goes_through_the_other_companies_by_itself() {
        var pacific = as(() -> {
            var companies = bean(Companies.class);
            return companies.get(companies.create(
                    "PAC", "Pacific Foods", Currency.getInstance("EUR"), ZoneId.of("Pacific/Auckland")));
        });
        customerOf(pacific, "X", "FR");
        customerOf(pacific, "Y", "ES");
        var alert = alert("French", true);
        Wait.until("the other company has it", () -> codesIn(pacific, alert).equals(List.of("X")));

        does(() -> bean(AlertChanges.class).change(company(), alert, wish("Spanish", true, in("ES"))));
        assertThat(codes(alert, Which.CURRENT)).containsExactly("C");
        Wait.until("the other company follows", () -> codesIn(pacific, alert).equals(List.of("Y")));
        Wait.until(
                "nothing is under way",
                () -> as(() -> bean(RefreshElsewhere.class).running(alert)).isEmpty());
    }

    @Test
    void the_file_has_what_the_page_shows() throws IOException {
        var french = alert("French", true);
        alert("Also French", true);
        look(french);
        load("C;Cannes;FR");
        var file = browser.get("/alerts/%d/export.csv?sort=code&dir=asc".formatted(french))
                .body();
        assertThat(file.lines().map(line -> line.replace("\ufeff", "").replaceAll("\\d{4}-\\d\\d-\\d\\d", "DAY")))
                .containsExactly(
                        "Code,Name,Receivable (EUR),Overdue (EUR),Since,New,Other alerts",
                        "A,Amiens,0.0000,0.0000,DAY,,Also French",
                        "B,Bordeaux,0.0000,0.0000,DAY,,Also French",
                        "C,Cannes,0.0000,0.0000,DAY,new,Also French",
                        ",3 customers,0.0000,0.0000,,,");
        does(() -> bean(Snoozes.class).snooze(company(), french, id("A"), today().plusDays(3), "Promised to pay"));
        assertThat(browser.get("/alerts/%d/export.csv?show=snoozed".formatted(french))
                        .body())
                .contains("Snoozed until,Reason,Snoozed by", ",Promised to pay,");
        assertThat(browser.get("/alerts/%d/export.csv?show=unseen".formatted(french))
                        .body())
                .contains("Cannes")
                .doesNotContain("Bordeaux");
        assertThat(unseen(french)).as("A file is no visit").isEqualTo(1);
        assertThat(browser.get("/alerts/%d/export.xlsx".formatted(french)).statusCode())
                .isEqualTo(200);
    }

    private String look(long alert) {
        return browser.get("/alerts/" + alert).body();
    }

    private int unseen(long alert) {
        return as(() -> bean(AlertMatches.class).counts(company(), List.of(alert)))
                .getOrDefault(alert, AlertMatches.Counts.NONE)
                .unseen();
    }

    private List<String> codesIn(Company other, long alert) {
        return as(() -> bean(AlertedCustomers.class).of(other, alert, Which.CURRENT, BY_CODE)).page().stream()
                .map(Alerted::code)
                .toList();
    }

    private void customerOf(Company other, String code, String country) {
        var now = OffsetDateTime.parse("2026-11-22T08:00:00Z");
        does(() -> bean(DSLContext.class)
                .insertInto(CUSTOMER)
                .set(CUSTOMER.TENANT_ID, tenant)
                .set(CUSTOMER.COMPANY_ID, other.id())
                .set(
                        CUSTOMER.DEBTOR_ID,
                        bean(DSLContext.class)
                                .insertInto(DEBTOR)
                                .set(DEBTOR.TENANT_ID, tenant)
                                .set(DEBTOR.NAME, code)
                                .returningResult(DEBTOR.ID)
                                .fetchSingle()
                                .value1())
                .set(CUSTOMER.CODE, code)
                .set(CUSTOMER.CODE_KEY, code)
                .set(CUSTOMER.NAME, "Customer " + code)
                .set(CUSTOMER.SEARCH_KEY, "customer " + code)
                .set(CUSTOMER.COUNTRY, country)
                .set(CUSTOMER.CREATED_AT, now)
                .set(CUSTOMER.CHANGED_AT, now)
                .execute());
    }
}
