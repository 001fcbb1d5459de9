package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dunlin.tenancy.Role;
import io.dunlin.testing.Browser;
import io.dunlin.testing.OwnerSession;
import io.dunlin.testing.PageTimes;
import io.dunlin.testing.PageWalk;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

/** Every page with nothing, with one customer, and with thousands whose texts and amounts are as long as they may be. */
class LongestTextsTest extends RunningApplication {
    private static final int MANY = 50_000;

    @TempDir
    private Path folder = Path.of("");

    @Value("${dunlin.database.url}")
    private String url = "";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MANY})
    void nothing_overflows_and_nothing_is_cut_without_a_way_to_see_it(int rows) {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var email = "e".repeat(170) + rows + "@example.org";
        var tenant = newTenant(LongestTexts.BLANKS, LongestTexts.NO_BLANKS);
        newUser(tenant, Role.ADMINISTRATOR, "en", email, LongestTexts.NO_BLANKS);
        var browser = signedIn(email);
        var addresses = new ArrayList<String>();
        if (rows > 0) {
            addresses.addAll(load(browser, rows));
        }
        addresses.addAll(PageWalk.pages(browser));
        assertThat(addresses).hasSizeGreaterThan(rows == 0 ? 19 : 30);

        if (rows == MANY) {
            try (var owner = new OwnerSession(url)) {
                owner.tell("analyze");
            }
            PageTimes.print("with %,d customers".formatted(rows), PageTimes.of(browser, 1));
        }
        try (var chromium = Chromium.start(program.orElseThrow())) {
            assertThat(look(chromium.newPage(1440, 900), email, addresses, rows))
                    .isEmpty();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    /** Each problem once, with the first page that has it. */
    private Collection<String> look(Page page, String email, List<String> addresses, int rows) {
        var problems = new LinkedHashMap<String, String>();
        SignIn.as(page, address(), email, PASSWORD);
        for (var address : addresses) {
            page.setViewportSize(1440, 900);
            page.navigate(address() + address);
            assertThat(page.locator("[aria-busy=true]")).hasCount(0);
            for (var width : List.of(1440, 390)) {
                page.setViewportSize(width, 900);
                Layout.problems(page)
                        .forEach(problem -> problems.putIfAbsent(
                                problem, "%s, %d px, %d rows: %s".formatted(address, width, rows, problem)));
                Picture.keep(page, "%d%s-%d".formatted(rows, address, width));
            }
        }
        return problems.values();
    }

    /** Addresses that no link leads to. */
    private List<String> load(Browser browser, int rows) {
        var texts = new LongestTexts(folder, LocalDate.now(clock().withZone(ZoneId.of("Europe/Paris"))));
        name(browser, "CUSTOMER");
        name(browser, "ITEM");
        var customers = importFile(browser, "CUSTOMERS", texts.customers(rows));
        importFile(browser, "ITEMS", texts.items(rows));
        importFile(browser, "CONTACTS", texts.contacts(rows));
        var broken = importFile(browser, "ITEMS", texts.broken());
        browser.get("/account");
        browser.post("/account/tokens", "name", LongestTexts.NO_BLANKS, "days", "30");
        var customer = "/customers/EST/" + LongestTexts.CODE + "0";
        browser.get(customer);
        browser.upload(customer + "/files", texts.attachment());
        var unread = browser.redirect(browser.upload("/imports", texts.items(1), "subject", "ITEMS"));
        return List.of(
                customer,
                customers,
                broken,
                unread,
                "/search?q=" + LongestTexts.NO_BLANKS.substring(0, 12),
                "/search?q=F0NUMBER",
                "/search?q=" + "z".repeat(80),
                "/customers?q=" + "z".repeat(200),
                "/customers?columns=name,code,city,tradingName,custom1,custom2,contact,email,receivable,overdue",
                "/items?status=all&columns=number,customer.name,openAmount,currency,amount,uniqueId,purchaseOrder,custom1,customer.groups");
    }

    private static void name(Browser browser, String subject) {
        browser.get("/settings/custom-fields");
        var fields = new ArrayList<>(List.of("subject", subject));
        for (var position = 1; position <= 12; position++) {
            fields.addAll(List.of(
                    "label" + position, LongestTexts.LABEL.substring(2) + position, "analytical" + position, "1"));
        }
        browser.post("/settings/custom-fields", fields.toArray(String[]::new));
    }

    private static String importFile(Browser browser, String subject, Path file) {
        browser.get("/imports/new");
        var mapping = browser.redirect(browser.upload("/imports", file, "subject", subject));
        var link = browser.redirect(
                browser.post(mapping, Browser.form(browser.get(mapping).body())));
        assertThat(link).matches("/imports/\\d+");
        Wait.until("the file is in", () -> !browser.get(link).body().contains("<job-progress"));
        return link;
    }
}
