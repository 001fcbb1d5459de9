package io.dunlin.ledger.report;

import io.dunlin.reporting.ReportRequest;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table of an ageing: a line per customer, every amount opens the items behind it. */
final class AgeingTable {
    private AgeingTable() {}

    static List<Column> columns(AgeingQuestion question, Page page) {
        var currency = question.company().currency().getCurrencyCode();
        var columns = new ArrayList<Column>();
        columns.add(new Column("code", page.text("ledger.report.code"), null, Column.Kind.TEXT, true));
        columns.add(new Column("name", page.text("ledger.report.customer"), null, Column.Kind.TEXT, true));
        for (var bucket : question.buckets()) {
            columns.add(new Column(bucket.key(), AgeingWords.label(bucket, page), currency, Column.Kind.AMOUNT, true));
        }
        columns.add(new Column("total", page.text("ledger.report.total"), currency, Column.Kind.AMOUNT, true));
        columns.add(new Column("overdue", page.text("ledger.report.overdue"), currency, Column.Kind.AMOUNT, true));
        columns.add(new Column(
                "overduePercent", page.text("ledger.report.overduePercent"), null, Column.Kind.PERCENT, true));
        columns.add(new Column("items", page.text("ledger.report.items"), null, Column.Kind.COUNT, true));
        return columns;
    }

    static List<Cell> cells(AgeingLine line, ReportRequest request) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(line.code()));
        cells.add(Cell.link(line.name(), Links.customer(request.company(), line.code())));
        var buckets = AgeingBalance.question(request).buckets();
        for (var number = 0; number < buckets.size(); number++) {
            cells.add(amount(
                    line.amounts().get(number),
                    request,
                    Map.of(
                            Slice.CUSTOMER_CODE,
                            line.code(),
                            OpenItemList.BUCKET,
                            buckets.get(number).key())));
        }
        cells.add(amount(line.total(), request, Map.of(Slice.CUSTOMER_CODE, line.code())));
        cells.add(Cell.of(line.overdue()));
        cells.add(Cell.of(line.overduePercent()));
        cells.add(Cell.of(line.items()));
        return cells;
    }

    static List<Cell> totals(AgeingLine.Answer answer, ReportRequest request) {
        var totals = answer.totals();
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(request.page().text("ledger.report.total")));
        cells.add(Cell.of(request.page().text("ledger.report.customers", answer.customers())));
        totals.amounts().forEach(amount -> cells.add(Cell.of(amount)));
        cells.add(Cell.of(totals.total()));
        cells.add(Cell.of(totals.overdue()));
        cells.add(Cell.of(totals.overduePercent()));
        cells.add(Cell.of(totals.items()));
        return cells;
    }

    private static Cell amount(BigDecimal amount, ReportRequest request, Map<String, String> items) {
        return amount.signum() == 0 ? Cell.of(amount) : Cell.link(amount, request.linkTo("open-items", items));
    }
}
