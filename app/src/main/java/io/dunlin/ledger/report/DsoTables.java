package io.dunlin.ledger.report;

import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.ReportResult;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Page;
import io.dunlin.web.Table;
import io.dunlin.web.TableRequest;
import java.time.format.TextStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of days sales outstanding: a line per customer, and the months of the calculation. */
final class DsoTables {
    private DsoTables() {}

    static List<Column> columns(ReportRequest request) {
        var page = request.page();
        var currency = request.company().currency().getCurrencyCode();
        return List.of(
                new Column("code", page.text("ledger.report.code"), null, Column.Kind.TEXT, true),
                new Column("name", page.text("ledger.report.customer"), null, Column.Kind.TEXT, true),
                new Column("receivable", page.text("ledger.report.receivable"), currency, Column.Kind.AMOUNT, true),
                new Column("overdue", page.text("ledger.report.overdue"), currency, Column.Kind.AMOUNT, true),
                new Column("days", page.text("ledger.report.dso.short"), days(page), Column.Kind.DAYS, true),
                new Column(
                        "overdueDays", page.text("ledger.report.dso.overdueDays"), days(page), Column.Kind.DAYS, true),
                new Column("yearSales", page.text("ledger.report.dso.yearSales"), currency, Column.Kind.AMOUNT, true),
                new Column("dayCost", page.text("ledger.report.dso.dayCost"), currency, Column.Kind.AMOUNT, true));
    }

    static List<Cell> cells(DsoLine line, ReportRequest request) {
        return List.of(
                Cell.of(line.code()),
                Cell.link(line.name(), Links.customer(request.company(), line.code())),
                Cell.of(line.receivable()),
                Cell.of(line.overdue()),
                Cell.of(line.days())
                        .withNote(line.beyondHistory() ? request.page().text("ledger.report.dso.beyond.short") : null),
                Cell.of(line.overdueDays()),
                Cell.of(line.yearSales()),
                Cell.of(line.dayCost()));
    }

    /** The days of all customers together stand only where the table shows all of them. */
    static List<Cell> totals(DsoLine.Answer answer, DsoPoint now, ReportRequest request) {
        var isWhole = request.table().text().isEmpty();
        var totals = answer.totals();
        return List.of(
                Cell.of(request.page().text("ledger.report.total")),
                Cell.of(request.page().text("ledger.report.customers", answer.customers())),
                Cell.of(totals.receivable()),
                Cell.of(totals.overdue()),
                Cell.of(isWhole ? now.days() : null),
                Cell.of(isWhole ? now.overdueDays() : null),
                Cell.of(totals.yearSales()),
                Cell.of(totals.dayCost()));
    }

    static ReportResult.Section trace(DsoPoint now, ReportRequest request) {
        var page = request.page();
        var currency = request.company().currency().getCurrencyCode();
        var columns = List.of(
                column("month", page.text("ledger.report.dso.month"), null, Column.Kind.TEXT),
                column("days", page.text("ledger.report.dso.daysOfMonth"), null, Column.Kind.COUNT),
                column("sales", page.text("ledger.report.dso.sales"), currency, Column.Kind.AMOUNT),
                column("remaining", page.text("ledger.report.dso.remaining"), currency, Column.Kind.AMOUNT),
                column("counted", page.text("ledger.report.dso.counted"), days(page), Column.Kind.DAYS));
        var steps = now.calculation().steps();
        var rows = steps.stream()
                .map(step -> List.of(
                        Cell.of(step.month().getMonth().getDisplayName(TextStyle.FULL_STANDALONE, page.language()) + " "
                                + step.month().getYear()),
                        Cell.of(step.days()),
                        Cell.of(step.sales()),
                        Cell.of(step.remaining()),
                        Cell.of(step.counted())))
                .toList();
        var totals = List.of(
                Cell.of(page.text("ledger.report.total")),
                Cell.of(null),
                Cell.of(null),
                Cell.of(null),
                Cell.of(now.days()));
        return new ReportResult.Section(
                page.text("ledger.report.dso.trace"),
                page.text(
                        now.calculation().beyondHistory()
                                ? "ledger.report.dso.trace.beyond"
                                : "ledger.report.dso.trace.how",
                        currency + "\u00a0" + page.money(now.receivable())),
                new Table("trace", columns, rows, totals, rows.size(), TableRequest.of(null, null, null, null)));
    }

    private static Column column(String key, String label, @Nullable String unit, Column.Kind kind) {
        return new Column(key, label, unit, kind, false);
    }

    private static String days(Page page) {
        return page.text("ledger.report.dso.unit");
    }
}
