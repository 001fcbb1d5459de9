package io.dunlin.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A chart above a table. The table says the same in figures, so the chart needs no text alternative beyond its label.
 *
 * @param label what it shows, for those who cannot see it
 * @param unit currency or unit of the values
 */
public record Chart(Kind kind, String label, List<String> categories, List<Series> series, String unit) {
    public enum Kind {
        BAR,
        STACKED_BAR,
        LINE
    }

    /**
     * One row of values, in the order of the categories.
     *
     * @param isLine drawn as a line also where the others are bars
     * @param unit of an axis of its own at the right; null: that of the chart
     * @param tone {@code age} (colours by bracket), {@code accent}, {@code soft}, {@code grey}, {@code bad}, {@code warn}, {@code good},
     *     {@code ink}, or {@code flag-} and the colour of a {@link Flag}
     */
    public record Series(
            String name,
            String tone,
            List<@Nullable BigDecimal> values,
            boolean isLine,
            @Nullable String unit) {
        public Series(String name, String tone, List<@Nullable BigDecimal> values) {
            this(name, tone, values, false, null);
        }
    }

    /** For the script that draws it. */
    public String json() {
        return "{\"kind\":%s,\"unit\":%s,\"categories\":[%s],\"series\":[%s]}"
                .formatted(
                        quoted(kind.name()),
                        quoted(unit),
                        categories.stream().map(Chart::quoted).collect(Collectors.joining(",")),
                        series.stream().map(Chart::json).collect(Collectors.joining(",")));
    }

    private static String json(Series one) {
        var values = one.values().stream()
                .map(value -> value == null ? "null" : value.toPlainString())
                .collect(Collectors.joining(","));
        return "{\"name\":%s,\"tone\":%s,\"line\":%s,\"unit\":%s,\"values\":[%s]}"
                .formatted(
                        quoted(one.name()),
                        quoted(one.tone()),
                        one.isLine(),
                        one.unit() == null ? "null" : quoted(one.unit()),
                        values);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
