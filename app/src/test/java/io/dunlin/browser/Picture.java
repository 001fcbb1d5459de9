package io.dunlin.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** What a browser test saw, for eyes: kept in the folder that {@code -Dpages.pictures=FOLDER} names, else not at all. */
final class Picture {
    private Picture() {}

    static void keep(Page page, String name) {
        var folder = System.getProperty("pages.pictures", "");
        if (!folder.isEmpty()) {
            var file = name.replaceAll("[^A-Za-z0-9-]+", "_");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(
                            folder, file.substring(0, Math.min(100, file.length())) + file.hashCode() + ".png"))
                    .setFullPage(true));
        }
    }
}
