package io.dunlin.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What cannot be read on a page, as its own boxes tell: wider than the window, cut off without a tooltip or a scroll bar,
 * standing out of its cell or tile, a number broken over two lines, one text upon another. Menus are opened one by one.
 */
final class Layout {
    private static final String SCRIPT = script();

    private Layout() {}

    static List<String> problems(Page page) {
        // Charts follow the width of the window when it draws its next frame.
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        return ((List<?>) page.evaluate(SCRIPT)).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (var file = Objects.requireNonNull(Layout.class.getResourceAsStream("layout.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
