package io.dunlin.web;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an exported file says of itself: of what and whom it is, narrowed to what, made when and by whom. Workbooks have a sheet for
 * it, and every file carries the filters in its name, because a CSV has rows only.
 *
 * @param page how texts and times are written for the one who exports
 * @param subject what the file is about
 * @param filters what its rows are narrowed to; empty where all are in it
 */
public record About(Page page, Instant madeAt, List<Line> subject, List<Line> filters) {
    /** Characters that filters may take of a file's name; some file systems end names, with their folders, at 255. */
    private static final int LONGEST_NAME = 80;

    private static final int LONGEST_PART = 40;

    public record Line(String label, String value) {}

    public About {
        subject = List.copyOf(subject);
        filters = List.copyOf(filters);
    }

    /** @param content what the rows are: the title of the list or report */
    public static About of(Page page, Instant madeAt, String content) {
        return new About(page, madeAt, List.of(new Line(page.text("web.about.content"), content)), List.of());
    }

    /** The same with a further line on what the file is about. */
    public About with(String label, String value) {
        return new About(page, madeAt, joined(subject, label, value), filters);
    }

    /** The same with a filter; one without value says nothing. */
    public About narrowedTo(String label, String value) {
        return value.isBlank() ? this : new About(page, madeAt, subject, joined(filters, label, value));
    }

    /** The same with the rows that were ticked; a list as a whole says nothing. */
    public About ticked(Selection selection) {
        return switch (selection) {
            case Selection.Some(var keys) -> narrowedTo(page.text("web.about.ticked"), page.count(keys.size()));
            case Selection.All(var query, var except) ->
                except.isEmpty()
                        ? this
                        : narrowedTo(page.text("web.about.ticked"), page.text("web.about.allBut", except.size()));
        };
    }

    /** Name of the sheet. */
    public String sheet() {
        return page.text("web.about.sheet");
    }

    /** Everything, in the order of reading. */
    public List<Line> lines() {
        var lines = new ArrayList<>(subject);
        if (filters.isEmpty()) {
            lines.add(new Line(page.text("web.about.filters"), page.text("web.about.filters.none")));
        }
        lines.addAll(filters);
        var zone = page.viewer().zone().getId();
        lines.add(new Line(page.text("web.about.madeAt"), "%s (%s)".formatted(page.time(madeAt), zone)));
        lines.add(new Line(page.text("web.about.madeBy"), page.viewer().name()));
        return lines;
    }

    /** The name with the filters behind it, of letters, digits and {@code . _ -} only; what finds no room is said to be more. */
    public String fileName(String name) {
        var whole = new StringBuilder(safe(name));
        var room = LONGEST_NAME;
        for (var filter : filters) {
            var part = "_" + shortened(filter.label()) + "-" + shortened(filter.value());
            if (part.length() > room) {
                return whole.append("_and-more").toString();
            }
            whole.append(part);
            room -= part.length();
        }
        return whole.toString();
    }

    private static List<Line> joined(List<Line> lines, String label, String value) {
        var all = new ArrayList<>(lines);
        all.add(new Line(label, value));
        return all;
    }

    private static String shortened(String text) {
        var safe = safe(text.strip()).replaceAll("_+", "-").replaceAll("^-+|-+$", "");
        return safe.length() <= LONGEST_PART ? safe : safe.substring(0, LONGEST_PART);
    }

    /** Accents are taken off their letters; what no file system fears stays. */
    private static String safe(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
