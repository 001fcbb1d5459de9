package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.dunlin.tenancy.Role;
import io.dunlin.testing.RunningApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From two keys and half a name, badly typed, to the customer's file. */
class QuickSearchTest extends RunningApplication {
    private static final String RECEIVABLES = """
            Customer code,Customer name,Invoice number,Invoice date,Due date,Amount
            C-1,Brasserie du Vieux-Port,F-0001,2026-01-05,2026-02-05,900.00
            C-2,Brasserie du Marché,F-0002,2026-01-06,2026-02-06,100.00
            """;

    @Test
    void a_customer_is_opened_by_keys_alone_with_a_typing_error(@TempDir Path folder) throws Exception {
        var program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; ./dunlin test installs it or says how");
        var subscriber = newTenant();
        try (var chromium = Chromium.start(program.orElseThrow())) {
            var page = chromium.newPage(1440, 900);
            signIn(page, subscriber.administrator());
            upload(page, Files.writeString(folder.resolve("items.csv"), RECEIVABLES));

            openByKeys(page);
            openBeforeTheAnswer(page);
            leaveTheTablesBoxItsOwnKey(page);
            onAPhoneInFrench(chromium.newPage(390, 844), newUser(subscriber.tenant(), Role.CREDIT_MANAGER, "fr"));

            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void openByKeys(Page page) {
        page.keyboard().press("Control+k");
        assertThat(page.locator("#quick-search-q")).isFocused();
        page.keyboard().type("brassreie");
        assertThat(options(page)).hasCount(3);
        accessible(page);
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("[aria-selected=true]")).containsText("Brasserie du Marché");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/customers/EST/C-1"));
    }

    private void openBeforeTheAnswer(Page page) {
        page.keyboard().press("/");
        page.keyboard().type("f-0002");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("F-0002");
        page.keyboard().press("/");
        assertThat(page.locator("#quick-search")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#quick-search")).isHidden();
    }

    private void leaveTheTablesBoxItsOwnKey(Page page) {
        page.navigate(address() + "/customers");
        page.keyboard().press("f");
        assertThat(page.locator(".table-tools input[type=search]")).isFocused();
        page.keyboard().type("/");
        assertThat(page.locator("#quick-search")).isHidden();
    }

    private void onAPhoneInFrench(Page page, String email) {
        signIn(page, email);
        page.click("[data-search-open]");
        page.keyboard().type("rapprots");
        assertThat(options(page).first()).containsText("Rapports");
        accessible(page);
        options(page).first().click();
        assertThat(page).hasURL(Pattern.compile(".*/reports"));
    }

    private static com.microsoft.playwright.Locator options(Page page) {
        return page.locator("#quick-search-answer [role=option]");
    }

    private void upload(Page page, Path file) {
        page.navigate(address() + "/imports/new");
        page.setInputFiles("input[type=file]", file);
        page.click("main form[enctype] button");
        assertThat(page).hasURL(Pattern.compile(".*/imports/\\d+/mapping"));
        page.click("#mapping .btn-primary");
        assertThat(page.locator("text=See the overview")).isVisible();
    }

    private void signIn(Page page, String email) {
        page.navigate(address() + "/sign-in");
        page.fill("[name=email]", email);
        page.fill("[name=password]", PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.locator("h1")).isVisible();
    }

    private static void accessible(Page page) {
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                                .map(rule -> rule.getId() + ": "
                                        + rule.getNodes().getFirst().getHtml()))
                .isEmpty();
    }
}
