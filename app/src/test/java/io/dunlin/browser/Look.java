package io.dunlin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** Looks at a page at desk and phone width, light and dark: nothing overlaps, and all of it is accessible. */
final class Look {
    private Look() {}

    static void everywhere(Page page, String name) {
        for (var width : List.of(1440, 390)) {
            page.setViewportSize(width, 900);
            for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                assertThat(Layout.problems(page)).as(name + " at " + width).isEmpty();
                assertThat(Accessibility.problems(page))
                        .as(name + " at " + width)
                        .isEmpty();
                Picture.keep(page, "%s-%d-%s-".formatted(name, width, theme));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1440, 900);
        // Taking a picture leaves empty styles on fields; htmx would carry them over, and the browser complain.
        page.evaluate("document.querySelectorAll('[style=\"\"]').forEach(one => one.removeAttribute('style'))");
    }
}
