package io.dunlin.ledger.report;

import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of an ageing: a line per customer or for several, every amount opens the items behind it. */
record AgeingTable(AgeingQuestion question, LineHead head, Page page) {
    List<Column> columns() {
        var currency = question.company().currency().getCurrencyCode();
        var columns = new ArrayList<>(head.columns());
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

    List<Cell> cells(AgeingLine line) {
        var cells = new ArrayList<>(head.cells(line.head()));
        var only = head.only(line.head());
        var buckets = question.buckets();
        for (var number = 0; number < buckets.size(); number++) {
            var items = new HashMap<>(only);
            items.put(OpenItemList.BUCKET, buckets.get(number).key());
            cells.add(amount(line.amounts().get(number), items));
        }
        cells.add(amount(line.total(), only));
        addShare(cells, line);
        return cells;
    }

    List<Cell> totals(AgeingLine totals) {
        var cells = new ArrayList<>(head.totals(totals.customers()));
        totals.amounts().forEach(amount -> cells.add(Cell.of(amount)));
        cells.add(Cell.of(totals.total()));
        addShare(cells, totals);
        return cells;
    }

    private static void addShare(List<Cell> cells, AgeingLine line) {
        cells.add(Cell.of(line.overdue()));
        cells.add(Cell.of(line.overduePercent()));
        cells.add(Cell.of(line.items()));
    }

    private Cell amount(BigDecimal amount, Map<String, String> items) {
        return amount.signum() == 0
                ? Cell.of(amount)
                : Cell.link(amount, head.ungrouped().linkTo("open-items", items));
    }
}
