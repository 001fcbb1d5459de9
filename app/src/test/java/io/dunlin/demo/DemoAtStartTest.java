package io.dunlin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.testing.Browser;
import io.dunlin.testing.ChildApplication;
import io.dunlin.testing.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As somebody tries Dunlin: started with the demo on an empty folder, in a process and with a database of its own. */
class DemoAtStartTest {
    private static final Pattern KEY = Pattern.compile("/first-run\\?key=(\\S+)");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_demo_is_loaded_once_the_first_administrator_is_there_and_goes_with_a_click() {
        var node = ChildApplication.startOn(folder, "--dunlin.demo=true");
        try {
            var browser = firstAdministrator(node);

            Wait.until(
                    "the demo is there",
                    LONGEST,
                    () -> browser.get("/demo").body().contains("Marevelle Foods (demo)") && !isBusy(browser));
            var companies = browser.get("/settings/companies").body();
            assertThat(companies)
                    .contains("Estuaire Foods", "Marevelle Foods (demo)", "3 of these companies belong to the demo");
            assertThat(browser.get("/jobs").body()).contains("Loading of the demo");

            assertThat(browser.redirect(browser.post("/demo/remove"))).matches("/jobs/\\d+");
            Wait.until("the demo is gone", LONGEST, () -> !isBusy(browser));
            assertThat(browser.get("/settings/companies").body())
                    .contains("Estuaire Foods")
                    .doesNotContain("Marevelle", "/demo/remove");
        } finally {
            node.stop();
        }
    }

    private static boolean isBusy(Browser browser) {
        return browser.get("/demo").body().contains("The demo is being loaded or removed.");
    }

    private static Browser firstAdministrator(ChildApplication node) {
        Wait.until("the link is printed", () -> KEY.matcher(node.said()).find());
        var key = KEY.matcher(node.said());
        assertThat(key.find()).isTrue();
        var browser = node.browser();
        browser.get("/first-run?key=" + key.group(1));
        var answer = browser.post(
                "/first-run",
                "key",
                key.group(1),
                "companyName",
                "Estuaire Foods",
                "currency",
                "EUR",
                "zone",
                "Europe/Paris",
                "name",
                "Claire Morvan",
                "email",
                ChildApplication.EMAIL,
                "password",
                ChildApplication.PASSWORD,
                "repeated",
                ChildApplication.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        return browser;
    }
}
