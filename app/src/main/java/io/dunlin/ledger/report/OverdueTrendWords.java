package io.dunlin.ledger.report;

import io.dunlin.reporting.Diagram;
import io.dunlin.reporting.ReportResult;
import io.dunlin.reporting.Tile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands above the table of an overdue trend: the sentence, the figures, bars of the amount and a line of the rate. */
record OverdueTrendWords(OverdueEntries entries, Wording words) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Overdue of the receivable, in percent; null where nothing is owed. */
    static @Nullable BigDecimal rate(GroupedLine totals, Periods.Period period) {
        var receivable = totals.amount(OverdueEntries.receivable(period));
        return receivable.signum() <= 0
                ? null
                : totals.amount(period.key()).multiply(HUNDRED).divide(receivable, 2, RoundingMode.HALF_UP);
    }

    String lead(GroupedLine totals) {
        var first = entries.periods().first();
        var last = entries.periods().last();
        if (entries.periods().all().stream()
                .allMatch(period -> totals.amount(period.key()).signum() == 0)) {
            return words.say("nothing", words.date(first.to()), words.date(last.to()));
        }
        return words.say(
                "lead",
                words.money(totals.amount(last.key())),
                words.percent(rate(totals, last)),
                words.date(last.to()),
                words.money(totals.amount(first.key())),
                words.percent(rate(totals, first)),
                words.date(first.to()));
    }

    List<Tile> tiles(GroupedLine totals) {
        var first = entries.periods().first();
        var last = entries.periods().last();
        var overdue = totals.amount(last.key());
        var change = totals.amount(OverdueEntries.CHANGE);
        var worst = entries.periods().all().stream()
                .max(Comparator.comparing(period -> totals.amount(period.key())))
                .orElseThrow();
        var overdueInput = words.input("tile.overdue", words.money(overdue));
        return List.of(
                words.amount(
                        "overdue",
                        overdue,
                        bracket(),
                        overdue.signum() > 0 ? "bad" : "",
                        List.of(new Tile.Input(words.say("input.day"), words.date(last.to())))),
                words.figure(
                        "rate",
                        rate(totals, last),
                        words.percent(rate(totals, last)),
                        null,
                        rateBefore(totals, first),
                        "",
                        List.of(
                                overdueInput,
                                words.input(
                                        "column.receivable",
                                        words.money(totals.amount(OverdueEntries.receivable(last)))))),
                words.amount(
                        "change",
                        change,
                        words.say("since", words.date(first.to())),
                        change.signum() > 0 ? "bad" : change.signum() < 0 ? "good" : "",
                        List.of(
                                overdueInput,
                                new Tile.Input(words.date(first.to()), words.money(totals.amount(first.key()))))),
                words.amount(
                        "highest",
                        totals.amount(worst.key()),
                        totals.amount(worst.key()).signum() > 0 ? words.date(worst.to()) : null,
                        "",
                        List.of()));
    }

    Diagram diagram(GroupedLine totals) {
        var periods = entries.periods().all();
        var rates = new ArrayList<@Nullable BigDecimal>();
        periods.forEach(period -> rates.add(rate(totals, period)));
        return new Diagram(
                words.say("diagram"),
                words.currency(),
                periods.stream().map(this::label).toList(),
                List.of(
                        new Diagram.Series(
                                words.say("column.overdue"),
                                Diagram.Shape.BARS,
                                periods.stream()
                                        .map(period -> totals.amount(period.key()))
                                        .toList(),
                                List.of("bad")),
                        new Diagram.Series(words.say("tile.rate"), Diagram.Shape.LINE, "%", rates, List.of("ink"))));
    }

    ReportResult.Link situation() {
        var day = entries.periods().last().to();
        return new ReportResult.Link(
                words.say("situation", words.date(day)), Links.ageing(words.request(), day, Map.of()));
    }

    private @Nullable String rateBefore(GroupedLine totals, Periods.Period first) {
        var before = rate(totals, first);
        return before == null ? null : words.say("rate.before", words.percent(before), words.date(first.to()));
    }

    private @Nullable String bracket() {
        return entries.moreThan() == 0 ? null : words.say("moreThan", entries.moreThan());
    }

    private String label(Periods.Period period) {
        return entries.periods().label(period, words.request().page());
    }
}
