package io.dunlin.testing;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** How long each page and part takes from the request to the last byte, the slowest first. */
public final class PageTimes {
    private static final int ROUNDS = 10;

    private PageTimes() {}

    public record Opened(String address, Duration time) {}

    /** The best of several rounds. */
    public static List<Opened> of(Browser browser) {
        return of(browser, ROUNDS);
    }

    public static List<Opened> of(Browser browser, int rounds) {
        var best = new HashMap<String, Duration>();
        var addresses = PageWalk.pagesAndParts(browser);
        // In rounds over all of them: the virtual machine must have met what pages share.
        for (var round = 0; round < rounds; round++) {
            for (var address : addresses) {
                best.merge(address, time(browser, address), (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
        return best.entrySet().stream()
                .map(entry -> new Opened(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Opened::time).reversed())
                .toList();
    }

    /** Names the slowest ten. */
    public static void print(String where, List<Opened> pages) {
        System.out.println("The slowest of " + pages.size() + " pages " + where + ":");
        pages.stream().limit(10).forEach(page -> System.out.println(page.time().toMillis() + " ms " + page.address()));
    }

    private static Duration time(Browser browser, String address) {
        var start = System.nanoTime();
        browser.get(address);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
