package io.dunlin.ledger.report;

import io.dunlin.reporting.Diagram;
import io.dunlin.reporting.Tile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands above the table of sales: the sentence, the figures, the months with those of the year before. */
record SalesWords(SalesQuestion question, Wording words) {
    String lead(GroupedLine totals) {
        var total = totals.amount(SalesEntries.TOTAL);
        var previous = totals.amount(SalesEntries.PREVIOUS);
        var from = words.date(first());
        var to = words.date(question.asOf());
        if (totals.amount(SalesEntries.ITEMS).signum() == 0 && previous.signum() == 0) {
            return words.say("nothing", from, to);
        }
        return previous.signum() > 0
                ? words.say(
                        "lead",
                        words.money(total),
                        from,
                        to,
                        words.signedPercent(totals.figure(SalesEntries.PERCENT)),
                        words.money(previous))
                : words.say("lead.only", words.money(total), from, to);
    }

    List<Tile> tiles(GroupedLine totals) {
        var total = totals.amount(SalesEntries.TOTAL);
        var creditNotes = totals.amount(SalesEntries.CREDIT_NOTES);
        var previous = totals.amount(SalesEntries.PREVIOUS);
        var change = totals.amount(SalesEntries.CHANGE);
        var open = totals.amount(SalesEntries.OPEN);
        var percent = totals.figure(SalesEntries.PERCENT);
        var growth = percent == null ? null : words.signedPercent(percent);
        var sales = words.input("tile.total", words.money(total));
        return List.of(
                words.amount(
                        "total",
                        total,
                        tax(totals),
                        "",
                        List.of(
                                words.input("input.invoices", words.money(total.subtract(creditNotes))),
                                words.input("input.creditNotes", words.money(creditNotes)))),
                words.amount("previousYear", previous, span(question.yearBefore()), "", List.of()),
                words.amount(
                        "change",
                        change,
                        growth,
                        change.signum() < 0 ? "bad" : "",
                        List.of(sales, words.input("tile.previousYear", words.money(previous)))),
                words.amount(
                        "open",
                        open,
                        openNote(open, total),
                        "",
                        List.of(sales, new Tile.Input(words.say("input.day"), words.date(question.asOf())))));
    }

    Diagram diagram(GroupedLine totals) {
        return new Diagram(
                words.say("diagram"),
                words.currency(),
                question.months().all().stream()
                        .map(month ->
                                question.months().label(month, words.request().page()))
                        .toList(),
                List.of(
                        series(
                                "paid",
                                Diagram.Shape.STACKED,
                                month -> totals.amount(month.key()).subtract(totals.amount(SalesEntries.open(month))),
                                "soft"),
                        series("open", Diagram.Shape.STACKED, month -> totals.amount(SalesEntries.open(month)), "warn"),
                        series(
                                "previousYear",
                                Diagram.Shape.LINE,
                                month -> totals.amount(SalesEntries.previous(month)),
                                "ink")));
    }

    /** Said only where some items have an amount without tax and others have not: their sum is of two kinds. */
    List<String> taxNotice(GroupedLine totals) {
        var withTax = totals.amount(SalesEntries.WITH_TAX);
        var isMixed = question.tax() == SalesQuestion.Tax.EXCLUDED
                && withTax.signum() > 0
                && withTax.compareTo(totals.amount(SalesEntries.ITEMS)) < 0;
        return isMixed
                ? List.of(words.say(
                        "mixedTax",
                        withTax.intValue(),
                        totals.amount(SalesEntries.ITEMS).intValue()))
                : List.of();
    }

    List<String> yearBeforeNotice(LedgerStart.Days known) {
        var from = question.yearBefore().first().from();
        var issue = known.issue();
        var isToldAlready =
                issue != null && issue.isAfter(question.months().first().to());
        return issue != null && issue.isAfter(from) && !isToldAlready
                ? List.of(words.say("noYearBefore", words.date(issue)))
                : List.of();
    }

    private @Nullable String tax(GroupedLine totals) {
        if (totals.amount(SalesEntries.ITEMS).signum() == 0) {
            return null;
        }
        if (question.tax() == SalesQuestion.Tax.INCLUDED) {
            return words.say("withTax");
        }
        var isNeverKnown = totals.amount(SalesEntries.WITH_TAX).compareTo(totals.amount(SalesEntries.ITEMS)) == 0;
        return words.say(isNeverKnown ? "withTaxOnly" : "withoutTax");
    }

    private Diagram.Series series(
            String key, Diagram.Shape shape, Function<Periods.Period, BigDecimal> amount, String tone) {
        return new Diagram.Series(
                words.say("series." + key),
                shape,
                question.months().all().stream().map(amount).toList(),
                List.of(tone));
    }

    private @Nullable String openNote(BigDecimal open, BigDecimal total) {
        return total.signum() <= 0
                ? null
                : words.say(
                        "open.note",
                        words.percent(open.multiply(BigDecimal.valueOf(100)).divide(total, 2, RoundingMode.HALF_UP)));
    }

    private String span(Periods periods) {
        return words.say(
                "span",
                words.date(periods.first().from()),
                words.date(periods.last().to()));
    }

    private LocalDate first() {
        return question.months().first().from();
    }
}
