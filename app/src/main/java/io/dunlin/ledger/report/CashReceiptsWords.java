package io.dunlin.ledger.report;

import io.dunlin.reporting.Diagram;
import io.dunlin.reporting.Tile;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands above the table of cash receipts: the sentence, the figures, bars of what was on time and late. */
record CashReceiptsWords(ReceiptEntries entries, Wording words) {
    String lead(GroupedLine totals) {
        var from = words.date(entries.periods().first().from());
        var to = words.date(entries.asOf());
        var delay = totals.figure(ReceiptEntries.DELAY);
        var total = totals.amount(ReceiptEntries.TOTAL);
        if (delay == null) {
            return total.signum() == 0
                    ? words.say("nothing", from, to)
                    : words.say("lead.only", words.money(total), from, to);
        }
        return words.say(
                "lead",
                words.money(total),
                from,
                to,
                words.days(delay.abs()),
                delay.signum() > 0 ? "late" : "early",
                words.percent(totals.figure(ReceiptEntries.LATE_PERCENT)));
    }

    List<Tile> tiles(GroupedLine totals) {
        var onTime = words.input("column.onTime", words.money(totals.amount(ReceiptEntries.ON_TIME)));
        var late = words.input("column.late", words.money(totals.amount(ReceiptEntries.LATE)));
        var delay = totals.figure(ReceiptEntries.DELAY);
        var percent = totals.figure(ReceiptEntries.LATE_PERCENT);
        var paid = totals.amount(ReceiptEntries.ON_TIME).add(totals.amount(ReceiptEntries.LATE));
        return List.of(
                words.amount(
                        "total",
                        totals.amount(ReceiptEntries.TOTAL),
                        null,
                        "",
                        List.of(
                                onTime,
                                late,
                                words.input("column.other", words.money(totals.amount(ReceiptEntries.OTHER))))),
                words.figure(
                        "averageDelay",
                        delay,
                        words.days(delay),
                        words.say("unit.days"),
                        note(delay),
                        tone(delay),
                        List.of(
                                new Tile.Input(
                                        words.say("input.weighted"),
                                        words.request().page().money(totals.amount(ReceiptEntries.WEIGHTED))),
                                words.input("input.paid", words.money(paid)))),
                words.figure(
                        "latePercent",
                        percent,
                        words.percent(percent),
                        null,
                        words.say("late.note", words.money(totals.amount(ReceiptEntries.LATE))),
                        "",
                        List.of(onTime, late)),
                words.amount("other", totals.amount(ReceiptEntries.OTHER), null, "", List.of()));
    }

    Diagram diagram(GroupedLine totals) {
        return new Diagram(
                words.say("diagram"),
                words.currency(),
                entries.periods().all().stream()
                        .map(period ->
                                entries.periods().label(period, words.request().page()))
                        .toList(),
                List.of(
                        series("onTime", period -> totals.amount(ReceiptEntries.onTime(period)), "good"),
                        series("late", period -> totals.amount(ReceiptEntries.late(period)), "bad"),
                        series("other", period -> CashReceiptsTable.other(totals, period), "grey")));
    }

    private Diagram.Series series(String key, Function<Periods.Period, BigDecimal> amount, String tone) {
        return new Diagram.Series(
                words.say("column." + key),
                Diagram.Shape.STACKED,
                entries.periods().all().stream().map(amount).toList(),
                List.of(tone));
    }

    private @Nullable String note(@Nullable BigDecimal delay) {
        if (delay == null) {
            return null;
        }
        return words.say(delay.signum() > 0 ? "delay.late" : delay.signum() < 0 ? "delay.early" : "delay.onTime");
    }

    private static String tone(@Nullable BigDecimal delay) {
        return delay != null && delay.signum() > 0 ? "bad" : "";
    }
}
