package io.dunlin.ledger.report;

import io.dunlin.reporting.ReportResult;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Table;
import io.dunlin.web.TableRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables of an overdue trend: a column per period, every amount opens the ageing of its day; and the periods themselves. */
record OverdueTrendTable(OverdueEntries entries, LineHead head, Wording words) implements GroupedTable {
    @Override
    public List<Column> columns() {
        var columns = new ArrayList<>(head.columns());
        columns.add(words.of(OverdueEntries.PERCENT, Column.Kind.PERCENT, null));
        columns.add(words.amount(OverdueEntries.CHANGE));
        for (var period : entries.periods().latestFirst()) {
            columns.add(new Column(period.key(), label(period), words.currency(), Column.Kind.AMOUNT, true));
        }
        return columns;
    }

    @Override
    public List<Cell> cells(GroupedLine line) {
        var cells = new ArrayList<>(head.cells(line));
        addSummary(cells, line);
        var only = head.only(line);
        for (var period : entries.periods().latestFirst()) {
            var amount = line.amount(period.key());
            cells.add(
                    amount.signum() == 0 || only.isEmpty()
                            ? Cell.of(amount)
                            : Cell.link(amount, Links.ageing(words.request(), period.to(), only)));
        }
        return cells;
    }

    @Override
    public List<Cell> totals(GroupedLine.Answer answer) {
        var cells = new ArrayList<>(head.totals(answer));
        addSummary(cells, answer.totals());
        entries.periods()
                .latestFirst()
                .forEach(period -> cells.add(Cell.of(answer.totals().amount(period.key()))));
        return cells;
    }

    /** The latest first, each leading to the ageing of its last day. */
    ReportResult.Section periods(GroupedLine totals) {
        var columns = List.of(
                column("situation", Column.Kind.DATE, null),
                column("receivable", Column.Kind.AMOUNT, words.currency()),
                column("overdue", Column.Kind.AMOUNT, words.currency()),
                column("rate", Column.Kind.PERCENT, null));
        var rows = entries.periods().latestFirst().stream()
                .map(period -> List.of(
                        Cell.link(period.to(), Links.ageing(words.request(), period.to(), Map.of())),
                        Cell.of(totals.amount(OverdueEntries.receivable(period))),
                        Cell.of(totals.amount(period.key())),
                        Cell.of(OverdueTrendWords.rate(totals, period))))
                .toList();
        return new ReportResult.Section(
                words.say("periods"),
                words.say("periods.how"),
                new Table("periods", columns, rows, List.of(), rows.size(), TableRequest.of(null, null, null, null)));
    }

    private static void addSummary(List<Cell> cells, GroupedLine line) {
        var change = line.amount(OverdueEntries.CHANGE);
        cells.add(Cell.of(line.figure(OverdueEntries.PERCENT)));
        cells.add(Cell.of(change).withTone(change.signum() > 0 ? "bad" : change.signum() < 0 ? "good" : ""));
    }

    private String label(Periods.Period period) {
        return entries.periods().label(period, words.request().page());
    }

    private Column column(String key, Column.Kind kind, @org.jspecify.annotations.Nullable String unit) {
        return new Column(key, words.say("column." + key), unit, kind, false);
    }
}
