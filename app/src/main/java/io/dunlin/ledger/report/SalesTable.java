package io.dunlin.ledger.report;

import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of sales.
 *
 * @param hasMonths a column for each month and the total; else the total beside that of the year before
 */
record SalesTable(SalesQuestion question, boolean hasMonths, LineHead head, Wording words) implements GroupedTable {
    @Override
    public List<Column> columns() {
        var columns = new ArrayList<>(head.columns());
        columns.add(words.amount(SalesEntries.TOTAL));
        if (hasMonths) {
            columns.add(words.amount(SalesEntries.OPEN));
            question.months().latestFirst().forEach(month -> columns.add(column(month)));
        } else {
            columns.add(words.amount(SalesEntries.PREVIOUS));
            columns.add(words.amount(SalesEntries.CHANGE));
            columns.add(words.of(SalesEntries.PERCENT, Column.Kind.PERCENT, null));
            columns.add(words.amount(SalesEntries.OPEN));
        }
        return columns;
    }

    /** The total of a customer leads to the items themselves. */
    @Override
    public List<Cell> cells(GroupedLine line) {
        var cells = new ArrayList<>(head.cells(line));
        var statement = head.statement(line, "all");
        var total = line.amount(SalesEntries.TOTAL);
        cells.add(statement == null || total.signum() == 0 ? Cell.of(total) : Cell.link(total, statement));
        addRest(cells, line);
        return cells;
    }

    @Override
    public List<Cell> totals(GroupedLine.Answer answer) {
        var cells = new ArrayList<>(head.totals(answer));
        cells.add(Cell.of(answer.totals().amount(SalesEntries.TOTAL)));
        addRest(cells, answer.totals());
        return cells;
    }

    private void addRest(List<Cell> cells, GroupedLine line) {
        if (hasMonths) {
            cells.add(Cell.of(line.amount(SalesEntries.OPEN)));
            question.months().latestFirst().forEach(month -> cells.add(Cell.of(line.amount(month.key()))));
        } else {
            var change = line.amount(SalesEntries.CHANGE);
            cells.add(Cell.of(line.amount(SalesEntries.PREVIOUS)));
            cells.add(Cell.of(change).withTone(change.signum() < 0 ? "bad" : change.signum() > 0 ? "good" : ""));
            cells.add(Cell.of(line.figure(SalesEntries.PERCENT)));
            cells.add(Cell.of(line.amount(SalesEntries.OPEN)));
        }
    }

    private Column column(Periods.Period month) {
        return new Column(
                month.key(),
                question.months().label(month, words.request().page()),
                words.currency(),
                Column.Kind.AMOUNT,
                true);
    }
}
