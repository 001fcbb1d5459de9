package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Brings a file in as a user does, with the columns as they are proposed. */
final class Uploads {
    private Uploads() {}

    static void of(Page page, String site, Path file) {
        page.navigate(site + "/imports/new");
        page.setInputFiles("input[type=file]", file);
        page.click("main form[enctype] button");
        assertThat(page).hasURL(Pattern.compile(".*/imports/\\d+/mapping"));
        page.click("#mapping .btn-primary");
        assertThat(page.locator("text=See the overview")).isVisible();
    }
}
