package io.dunlin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/** Light or dark, as the reader's system asks for. */
final class Theme {
    private Theme() {}

    /** Returns when the page on show has changed its colours. */
    static void show(Page page, ColorScheme colours) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        assertThat(page.locator("html"))
                .hasAttribute("data-bs-theme", colours.name().toLowerCase(Locale.ROOT));
    }
}
