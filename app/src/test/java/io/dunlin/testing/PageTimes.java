package io.dunlin.testing;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** How long each page and part takes from the request to the last byte, the slowest first. */
public final class PageTimes {
    private static final int TRIES = 6;

    private PageTimes() {}

    public record Opened(String address, Duration time) {}

    public static List<Opened> of(Browser browser) {
        return PageWalk.pagesAndParts(browser).stream()
                .map(address -> new Opened(address, best(browser, address)))
                .sorted(Comparator.comparing(Opened::time).reversed())
                .toList();
    }

    /** Names the slowest ten. */
    public static void print(String where, List<Opened> pages) {
        System.out.println("The slowest of " + pages.size() + " pages " + where + ":");
        pages.stream().limit(10).forEach(page -> System.out.println(page.time().toMillis() + " ms " + page.address()));
    }

    /** The best of a few, and of many where those were slow: the virtual machine must have met the page. */
    private static Duration best(Browser browser, String address) {
        var best = Duration.ofDays(1);
        for (var number = 0; number < TRIES && (number < 2 || best.toMillis() > 50); number++) {
            var start = System.nanoTime();
            browser.get(address);
            var time = Duration.ofNanos(System.nanoTime() - start);
            best = time.compareTo(best) < 0 ? time : best;
        }
        return best;
    }
}
