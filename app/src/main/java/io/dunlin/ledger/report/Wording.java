package io.dunlin.ledger.report;

import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.Tile;
import io.dunlin.web.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the figures of a report are written for the one who asks.
 *
 * @param prefix first part of the keys of its texts
 */
record Wording(ReportRequest request, String prefix) {
    String say(String key, Object... arguments) {
        return request.page().text(prefix + "." + key, arguments);
    }

    String currency() {
        return request.company().currency().getCurrencyCode();
    }

    String money(BigDecimal amount) {
        return currency() + "\u00a0" + request.page().money(amount);
    }

    /** A dash for what is not known. */
    String percent(@Nullable BigDecimal percent) {
        return percent == null ? "\u2013" : request.page().number(percent, 1) + "\u00a0%";
    }

    /** With its sign, also where it is positive. */
    String signedPercent(@Nullable BigDecimal percent) {
        return sign(percent) + percent(percent);
    }

    String days(@Nullable BigDecimal days) {
        return days == null ? "\u2013" : request.page().number(days, 1);
    }

    String date(LocalDate date) {
        return request.page().date(date);
    }

    Tile.Input input(String key, String value) {
        return new Tile.Input(say(key), value);
    }

    /** An amount, explained by the text {@code tile.<key>.how}. */
    Tile amount(String key, BigDecimal amount, @Nullable String note, String tone, List<Tile.Input> inputs) {
        return new Tile(
                key,
                say("tile." + key),
                amount,
                request.page().money(amount),
                currency(),
                note,
                tone,
                say("tile." + key + ".how"),
                inputs);
    }

    /** Another figure than an amount, explained alike. */
    Tile figure(
            String key,
            @Nullable BigDecimal value,
            String figure,
            @Nullable String unit,
            @Nullable String note,
            String tone,
            List<Tile.Input> inputs) {
        return new Tile(key, say("tile." + key), value, figure, unit, note, tone, say("tile." + key + ".how"), inputs);
    }

    Column amount(String key) {
        return new Column(key, say("column." + key), currency(), Column.Kind.AMOUNT, true);
    }

    Column of(String key, Column.Kind kind, @Nullable String unit) {
        return new Column(key, say("column." + key), unit, kind, true);
    }

    private static String sign(@Nullable BigDecimal number) {
        return number != null && number.signum() > 0 ? "+" : "";
    }
}
