package io.dunlin.insights.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small line in a box of 84 by 26.
 *
 * @param points for an SVG polyline
 * @param x of the last point
 * @param y of the last point
 */
public record Sparkline(String points, String x, String y) {
    private static final BigDecimal LEFT = new BigDecimal(2);
    private static final BigDecimal WIDTH = new BigDecimal(80);
    private static final BigDecimal TOP = new BigDecimal(3);
    private static final BigDecimal HEIGHT = new BigDecimal(20);

    /** Null where there is no trend. */
    public static @Nullable Sparkline of(Map<String, List<BigDecimal>> trends, String key) {
        var values = trends.get(key);
        return values == null || values.size() < 2 ? null : of(values);
    }

    private static Sparkline of(List<BigDecimal> values) {
        var lowest = values.stream().min(BigDecimal::compareTo).orElseThrow();
        var highest = values.stream().max(BigDecimal::compareTo).orElseThrow();
        var span = highest.subtract(lowest);
        var points = new ArrayList<String>();
        var x = "";
        var y = "";
        for (var at = 0; at < values.size(); at++) {
            x = text(LEFT.add(part(BigDecimal.valueOf(at), BigDecimal.valueOf(values.size() - 1L))
                    .multiply(WIDTH)));
            y = text(TOP.add(part(highest.subtract(values.get(at)), span).multiply(HEIGHT)));
            points.add(x + "," + y);
        }
        return new Sparkline(String.join(" ", points), x, y);
    }

    /** A level line stands in the middle. */
    private static BigDecimal part(BigDecimal some, BigDecimal all) {
        return all.signum() == 0 ? new BigDecimal("0.5") : some.divide(all, MathContext.DECIMAL32);
    }

    private static String text(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
