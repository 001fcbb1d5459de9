package io.dunlin.ledger.report;

import io.dunlin.kernel.Money;
import io.dunlin.reporting.Diagram;
import io.dunlin.reporting.Tile;
import io.dunlin.web.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/** What stands above the table of days sales outstanding: the sentence, the figures, the last 12 months. */
record DsoWords(DsoQuestion question, BigDecimal yearSales, Page page) {
    private static final BigDecimal DAYS_OF_YEAR_IN_PERCENT = new BigDecimal(36500);

    String lead(DsoPoint now) {
        var date = page.date(question.asOf());
        if (now.receivable().signum() <= 0) {
            return page.text("ledger.report.dso.nothing", date);
        }
        return page.text(
                now.calculation().beyondHistory() ? "ledger.report.dso.lead.beyond" : "ledger.report.dso.lead",
                days(now.days()),
                days(now.overdueDays()),
                date,
                money(dayCost()));
    }

    List<Tile> tiles(DsoPoint now) {
        var beyond = now.calculation().beyondHistory();
        var inputs = List.of(
                new Tile.Input(page.text("ledger.report.receivable"), money(now.receivable())),
                new Tile.Input(page.text("ledger.report.overdue"), money(now.overdue())),
                new Tile.Input(page.text("ledger.report.dso.short"), days(now.days())));
        return List.of(
                tile(
                        "dso",
                        now.days(),
                        (beyond ? ">\u00a0" : "") + days(now.days()),
                        page.text(beyond ? "ledger.report.dso.beyond" : "ledger.report.dso.countBack"),
                        beyond ? "warn" : "",
                        inputs),
                tile("current", now.currentDays(), days(now.currentDays()), "", "", inputs),
                tile(
                        "overdue",
                        now.overdueDays(),
                        days(now.overdueDays()),
                        "",
                        now.overdueDays().signum() > 0 ? "bad" : "",
                        inputs),
                new Tile(
                        "dayCost",
                        page.text("ledger.report.dso.dayCost"),
                        dayCost(),
                        page.money(dayCost()),
                        question.company().currency().getCurrencyCode(),
                        page.text("ledger.report.dso.perYear"),
                        "",
                        page.text("ledger.report.dso.dayCost.how"),
                        List.of(
                                new Tile.Input(page.text("ledger.report.dso.yearSales"), money(yearSales)),
                                new Tile.Input(
                                        page.text("ledger.report.dso.interestRate"),
                                        page.number(question.company().interestRate(), 2) + "\u00a0%"))));
    }

    Diagram diagram(List<DsoPoint> points) {
        return new Diagram(
                page.text("ledger.report.dso.diagram"),
                page.text("ledger.report.dso.unit"),
                points.stream()
                        .map(point -> YearMonth.from(point.date()).toString())
                        .toList(),
                List.of(
                        series("current", points, DsoPoint::currentDays, "accent"),
                        series("overdue", points, DsoPoint::overdueDays, "bad")));
    }

    private BigDecimal dayCost() {
        var company = question.company();
        return yearSales
                .multiply(company.interestRate())
                .divide(DAYS_OF_YEAR_IN_PERCENT, Money.digits(company.currency()), RoundingMode.HALF_UP);
    }

    private Diagram.Series series(
            String part, List<DsoPoint> points, Function<DsoPoint, BigDecimal> days, String tone) {
        return new Diagram.Series(
                page.text("ledger.report.dso.tile." + part),
                Diagram.Shape.STACKED,
                points.stream()
                        .map(days)
                        .map(value -> value.setScale(1, RoundingMode.HALF_UP))
                        .toList(),
                List.of(tone));
    }

    private Tile tile(String part, BigDecimal value, String figure, String note, String tone, List<Tile.Input> inputs) {
        return new Tile(
                part,
                page.text("ledger.report.dso.tile." + part),
                value,
                figure,
                page.text("ledger.report.dso.unit"),
                note.isEmpty() ? null : note,
                tone,
                page.text("ledger.report.dso.tile." + part + ".how"),
                inputs);
    }

    private String days(BigDecimal days) {
        return page.number(days, 1);
    }

    private String money(BigDecimal amount) {
        return question.company().currency().getCurrencyCode() + "\u00a0" + page.money(amount);
    }
}
