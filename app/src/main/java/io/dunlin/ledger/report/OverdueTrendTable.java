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
record OverdueTrendTable(OverdueEntries entries, LineHead head, Wording words) {
    List<Column> columns() {
        var columns = new ArrayList<>(head.columns());
        for (var period : entries.periods().all()) {
            columns.add(new Column(period.key(), label(period), words.currency(), Column.Kind.AMOUNT, true));
        }
        columns.add(words.amount(OverdueEntries.CHANGE));
        columns.add(words.of(OverdueEntries.PERCENT, Column.Kind.PERCENT, null));
        return columns;
    }

    List<Cell> cells(GroupedLine line) {
        var cells = new ArrayList<>(head.cells(line));
        var only = head.only(line);
        for (var period : entries.periods().all()) {
            var amount = line.amount(period.key());
            cells.add(
                    amount.signum() == 0 || only.isEmpty()
                            ? Cell.of(amount)
                            : Cell.link(amount, Links.ageing(words.request(), period.to(), only)));
        }
        var change = line.amount(OverdueEntries.CHANGE);
        cells.add(Cell.of(change).withTone(change.signum() > 0 ? "bad" : change.signum() < 0 ? "good" : ""));
        cells.add(Cell.of(line.figure(OverdueEntries.PERCENT)));
        return cells;
    }

    List<Cell> totals(GroupedLine.Answer answer) {
        var cells = new ArrayList<>(head.totals(answer));
        var totals = answer.totals();
        entries.periods().all().forEach(period -> cells.add(Cell.of(totals.amount(period.key()))));
        cells.add(Cell.of(totals.amount(OverdueEntries.CHANGE)));
        cells.add(Cell.of(totals.figure(OverdueEntries.PERCENT)));
        return cells;
    }

    /** The latest first, each leading to the ageing of its last day. */
    ReportResult.Section periods(GroupedLine totals) {
        var columns = List.of(
                column("situation", Column.Kind.TEXT, null),
                column("receivable", Column.Kind.AMOUNT, words.currency()),
                column("overdue", Column.Kind.AMOUNT, words.currency()),
                column("rate", Column.Kind.PERCENT, null));
        var rows = entries.periods().all().reversed().stream()
                .map(period -> List.of(
                        Cell.link(
                                words.text("situation", words.date(period.to())),
                                Links.ageing(words.request(), period.to(), Map.of())),
                        Cell.of(totals.amount(OverdueEntries.receivable(period))),
                        Cell.of(totals.amount(period.key())),
                        Cell.of(OverdueTrendWords.rate(totals, period))))
                .toList();
        return new ReportResult.Section(
                words.text("periods"),
                words.text("periods.how"),
                new Table("periods", columns, rows, List.of(), rows.size(), TableRequest.of(null, null, null, null)));
    }

    private String label(Periods.Period period) {
        return entries.periods().label(period, words.request().page());
    }

    private Column column(String key, Column.Kind kind, @org.jspecify.annotations.Nullable String unit) {
        return new Column(key, words.text("column." + key), unit, kind, false);
    }
}
