package io.dunlin.ledger.report;

import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.ReportResult;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Page;
import io.dunlin.web.Table;
import io.dunlin.web.TableRequest;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of days sales outstanding: a line per customer or for several, and the months of the calculation. */
record DsoTables(ReportRequest request, LineHead head) {
    List<Column> columns() {
        var page = request.page();
        var currency = request.company().currency().getCurrencyCode();
        var columns = new ArrayList<>(head.columns());
        columns.addAll(List.of(
                new Column("receivable", page.text("ledger.report.receivable"), currency, Column.Kind.AMOUNT, true),
                new Column("overdue", page.text("ledger.report.overdue"), currency, Column.Kind.AMOUNT, true),
                new Column("days", page.text("ledger.report.dso.short"), days(page), Column.Kind.DAYS, true),
                new Column(
                        "overdueDays", page.text("ledger.report.dso.overdueDays"), days(page), Column.Kind.DAYS, true),
                new Column("yearSales", page.text("ledger.report.dso.yearSales"), currency, Column.Kind.AMOUNT, true),
                new Column("dayCost", page.text("ledger.report.dso.dayCost"), currency, Column.Kind.AMOUNT, true)));
        return columns;
    }

    List<Cell> cells(DsoLine line) {
        var cells = new ArrayList<>(head.cells(line.head()));
        cells.addAll(List.of(
                Cell.of(line.receivable()),
                Cell.of(line.overdue()),
                Cell.of(line.days())
                        .withNote(line.beyondHistory() ? request.page().text("ledger.report.dso.beyond.short") : null),
                Cell.of(line.overdueDays()),
                Cell.of(line.yearSales()),
                Cell.of(line.dayCost())));
        return cells;
    }

    /**
     * The days of all customers together stand only where the table shows all of them; so do all sums of lines that a customer may be in
     * several of.
     */
    List<Cell> totals(DsoLine.Answer answer, DsoHistory.Answer past) {
        var isWhole = request.table().text().isEmpty();
        var now = past.now();
        var totals = answer.totals();
        var isExact = head.isOfCustomers();
        var cells = new ArrayList<>(
                isExact
                        ? head.totals(answer.count())
                        : List.of(Cell.of(request.page().text("ledger.report.total")), Cell.of(null)));
        cells.addAll(List.of(
                Cell.of(isExact ? totals.receivable() : isWhole ? now.receivable() : null),
                Cell.of(isExact ? totals.overdue() : isWhole ? now.overdue() : null),
                Cell.of(isWhole ? now.days() : null),
                Cell.of(isWhole ? now.overdueDays() : null),
                Cell.of(isExact ? totals.yearSales() : isWhole ? past.yearSales() : null),
                Cell.of(isExact ? totals.dayCost() : null)));
        return cells;
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
