package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dunlin.demo.Demo;
import io.dunlin.jobs.Jobs;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Somebody sets the payment profiles, finds the flags in the list of customers, and asks the report how it has gone. */
class PaymentProfilesTest extends RunningApplication {
    private final SoftAssertions wrong = new SoftAssertions();

    @Test
    void profiles_are_set_customers_flagged_and_the_report_adds_up() {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var tenant = newTenant().tenant();
        var job = CurrentTenant.call(tenant, () -> bean(Demo.class).load());
        Wait.until(
                "the demo is there",
                () -> !CurrentTenant.call(tenant, () -> bean(Jobs.class).get(job))
                        .isActive());
        try (var chromium = Chromium.start(program.orElseThrow())) {
            var page = chromium.newPage(1440, 900);
            SignIn.as(page, address(), newUser(tenant, Role.ADMINISTRATOR, "en"), PASSWORD);

            refuseAGap(page);
            nameOneAnew(page);
            findItsCustomers(page);
            askTheReport(page);
            lookElsewhere(page);

            assertThat(chromium.complaints())
                    .allMatch(complaint -> complaint.contains("422"), "only what the refusal answers");
        }
        wrong.assertAll();
    }

    private void refuseAGap(Page page) {
        page.navigate(address() + "/settings/payment-profiles");
        look(page, "settings");
        assertThat(page.locator("tbody tr")).hasCount(6);
        page.fill("[name=lowest2]", "11");
        page.click("button.btn-primary");
        assertThat(page.locator(".notice.bad"))
                .hasText("No profile between 10 and 11 days: after Good payer, before Average payer.");
        assertThat(page.locator("[name=lowest2]")).hasValue("11");
        look(page, "refused");
    }

    private void nameOneAnew(Page page) {
        page.fill("[name=lowest2]", "10");
        page.fill("[name=name4]", "Never on time");
        page.selectOption("[name=colour4]", "violet");
        page.click("button.btn-primary");
        assertThat(page).hasURL(address() + "/settings/payment-profiles");
        assertThat(page.locator(".notice.bad")).hasCount(0);
        assertThat(page.locator("[name=name4]")).hasValue("Never on time");
        page.click("text=Add a profile");
        assertThat(page.locator("tbody tr")).hasCount(7);
        page.click("[name=act][value=remove-5]");
        assertThat(page.locator("tbody tr")).hasCount(6);
    }

    private void findItsCustomers(Page page) {
        page.navigate(address() + "/settings/payment-profiles");
        var counted = page.locator("tbody tr:nth-child(5) td.n a");
        var number = counted.textContent();
        counted.click();
        assertThat(page).hasURL(Pattern.compile(".*/customers\\?c=.*"));
        assertThat(page.locator("[role=status]").first()).containsText(number);
        assertThat(page.locator("td .pennant-violet").first())
                .hasAttribute("aria-label", Pattern.compile("Never on time · .* · average delay .* days"));
        assertThat(page.locator("td .pennant").count())
                .isEqualTo(page.locator("td .pennant-violet").count());
        page.locator("td a.name").first().click();
        assertThat(page.locator("h1 .pennant-violet")).hasCount(1);
        look(page, "file");
    }

    private void askTheReport(Page page) {
        page.navigate(address() + "/reports/payment-profiles");
        assertThat(page.locator("h1")).hasText("Payment profiles");
        assertThat(page.locator(".chart")).hasCount(2);
        var customers = page.locator("#profiles tbody tr td:nth-child(2)").allTextContents().stream()
                .mapToInt(text -> Integer.parseInt(text.strip().replaceAll("\\D", "")))
                .sum();
        assertThat(page.locator("#payment-profiles [role=status]")).containsText("%,d rows".formatted(customers));
        look(page, "report");
        page.navigate(address() + "/reports/payment-profiles?groupBy=country&measure=amount&shape=lines");
        assertThat(page.locator("#payment-profiles thead")).containsText("Never on time");
        look(page, "grouped");
    }

    private void lookElsewhere(Page page) {
        for (var report : List.of("ageing", "overdue-trend", "dso", "sales", "cash-receipts", "open-items")) {
            page.navigate(address() + "/reports/" + report);
            assertThat(page.locator("#" + report + " td .pennant").count())
                    .as(report)
                    .isPositive();
        }
        look(page, "items");
        page.navigate(address() + "/customers");
        look(page, "customers");
        page.navigate(address() + "/overview");
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        assertThat(page.locator(".lines .pennant").first()).isVisible();
        look(page, "overview");
        page.navigate(address() + "/search?q=bakery");
        assertThat(page.locator(".search-title .pennant").first()).isVisible();
        look(page, "search");
    }

    private void look(Page page, String name) {
        for (var width : List.of(1440, 390)) {
            page.setViewportSize(width, 900);
            wrong.assertThat(Layout.problems(page)).as("%s, %d px", name, width).isEmpty();
            for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Theme.show(page, colours);
                wrong.assertThat(Accessibility.problems(page))
                        .as("%s, %d px, %s", name, width, colours)
                        .isEmpty();
                Picture.keep(page, "profiles-%s-%d-%s".formatted(name, width, colours));
            }
        }
        Theme.show(page, ColorScheme.LIGHT);
        page.setViewportSize(1440, 900);
    }
}
