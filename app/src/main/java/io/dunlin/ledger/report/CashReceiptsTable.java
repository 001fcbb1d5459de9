package io.dunlin.ledger.report;

import io.dunlin.reporting.ReportResult;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Table;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of cash receipts: a line per customer with its periods, and the periods with what was on time and late. */
record CashReceiptsTable(ReceiptEntries entries, LineHead head, Wording words) implements GroupedTable {
    @Override
    public List<Column> columns() {
        var columns = new ArrayList<>(head.columns());
        columns.add(words.amount(ReceiptEntries.TOTAL));
        columns.add(words.of(ReceiptEntries.DELAY, Column.Kind.DAYS, words.say("unit.days")));
        columns.add(words.of(ReceiptEntries.LATE_PERCENT, Column.Kind.PERCENT, null));
        for (var period : entries.periods().latestFirst()) {
            columns.add(new Column(period.key(), label(period), words.currency(), Column.Kind.AMOUNT, true));
        }
        return columns;
    }

    @Override
    public List<Cell> cells(GroupedLine line) {
        var cells = new ArrayList<>(head.cells(line));
        var statement = head.statement(line, "cleared");
        var total = line.amount(ReceiptEntries.TOTAL);
        cells.add(statement == null || total.signum() == 0 ? Cell.of(total) : Cell.link(total, statement));
        addRest(cells, line);
        return cells;
    }

    @Override
    public List<Cell> totals(GroupedLine.Answer answer) {
        var cells = new ArrayList<>(head.totals(answer));
        cells.add(Cell.of(answer.totals().amount(ReceiptEntries.TOTAL)));
        addRest(cells, answer.totals());
        return cells;
    }

    /** The latest first. */
    ReportResult.Section periods(GroupedLine totals) {
        var columns = List.of(
                column("period", Column.Kind.TEXT, null),
                column("total", Column.Kind.AMOUNT, words.currency()),
                column("onTime", Column.Kind.AMOUNT, words.currency()),
                column("late", Column.Kind.AMOUNT, words.currency()),
                column("other", Column.Kind.AMOUNT, words.currency()),
                column("averageDelay", Column.Kind.DAYS, words.say("unit.days")));
        var rows = entries.periods().latestFirst().stream()
                .map(period -> List.of(
                        Cell.of(label(period)),
                        Cell.of(totals.amount(period.key())),
                        Cell.of(totals.amount(ReceiptEntries.onTime(period))),
                        Cell.of(totals.amount(ReceiptEntries.late(period))),
                        Cell.of(other(totals, period)),
                        Cell.of(totals.figure(ReceiptEntries.delay(period)))))
                .toList();
        return new ReportResult.Section(
                words.say("periods"),
                words.say("periods.how"),
                new Table("periods", columns, rows, List.of(), rows.size(), TableRequest.of(null, null, null, null)));
    }

    /** What is neither an invoice paid on time nor one paid late. */
    static BigDecimal other(GroupedLine line, Periods.Period period) {
        return line.amount(period.key())
                .subtract(line.amount(ReceiptEntries.onTime(period)))
                .subtract(line.amount(ReceiptEntries.late(period)));
    }

    private void addRest(List<Cell> cells, GroupedLine line) {
        var delay = line.figure(ReceiptEntries.DELAY);
        cells.add(Cell.of(delay).withTone(delay != null && delay.signum() > 0 ? "bad" : ""));
        cells.add(Cell.of(line.figure(ReceiptEntries.LATE_PERCENT)));
        entries.periods().latestFirst().forEach(period -> cells.add(Cell.of(line.amount(period.key()))));
    }

    private String label(Periods.Period period) {
        return entries.periods().label(period, words.request().page());
    }

    private Column column(String key, Column.Kind kind, @Nullable String unit) {
        return new Column(key, words.say("column." + key), unit, kind, false);
    }
}
