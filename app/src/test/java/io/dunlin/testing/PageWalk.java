package io.dunlin.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Follows every link from the menu on, once for each kind of page: one customer and one sorting stand for all. */
public final class PageWalk {
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\shref=\"(/[^\"#]*)\"");
    private static final Pattern BLOCK = Pattern.compile("hx-get=\"(/[^\"#]*)\"");
    private static final Pattern NO_PAGE = Pattern.compile(
            "/(?:static|webjars|api|sign-out|attachments)\\b.*|[^?]*\\.(?:css|js|svg|xlsx|csv|md)(?:\\?.*)?");

    private PageWalk() {}

    /** One address of each path that answers with a page, in the order in which a reader meets them. */
    public static List<String> pages(Browser browser) {
        var paths = new HashSet<String>();
        return walk(browser, List.of(LINK)).stream()
                .filter(address -> paths.add(shape(address.replaceAll("\\?.*", ""))))
                .toList();
    }

    /** Every kind of address, filtered and sorted ones too, with the parts that pages load afterwards. */
    public static List<String> pagesAndParts(Browser browser) {
        return walk(browser, List.of(LINK, BLOCK));
    }

    private static List<String> walk(Browser browser, List<Pattern> kinds) {
        var waiting = new ArrayDeque<>(List.of("/overview", "/customers", "/reports", "/settings", "/account"));
        var seen = new HashSet<String>();
        waiting.forEach(address -> seen.add(shape(address)));
        var found = new ArrayList<String>();
        while (!waiting.isEmpty()) {
            var address = waiting.remove();
            var answer = browser.get(address);
            if (answer.statusCode() == 200
                    && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                found.add(address);
                kinds.stream()
                        .flatMap(kind -> kind.matcher(answer.body()).results())
                        .map(link -> link.group(1).replace("&amp;", "&"))
                        .filter(link -> !NO_PAGE.matcher(link).matches() && seen.add(shape(link)))
                        .forEach(waiting::add);
            }
        }
        return found;
    }

    /** Without numbers, values and what every link of a list carries. */
    private static String shape(String address) {
        return address.replaceAll("(?:company|asOf|dir|page)=[^&]*&?", "")
                .replaceAll("=[^&]*", "=")
                .replaceAll("[?&]$", "")
                .replaceAll("\\d+", "1");
    }
}
