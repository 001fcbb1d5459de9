package io.dunlin.ledger.report;

import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of sales.
 *
 * @param hasMonths a column for each month and the total; else the total beside that of the year before
 */
record SalesTable(SalesQuestion question, boolean hasMonths, LineHead head, Wording words) {
    List<Column> columns() {
        var columns = new ArrayList<>(head.columns());
        if (hasMonths) {
            for (var month : question.months().all()) {
                columns.add(new Column(
                        month.key(),
                        question.months().label(month, words.request().page()),
                        words.currency(),
                        Column.Kind.AMOUNT,
                        true));
            }
        }
        columns.add(words.amount(SalesEntries.TOTAL));
        if (!hasMonths) {
            columns.add(words.amount(SalesEntries.PREVIOUS));
            columns.add(words.amount(SalesEntries.CHANGE));
            columns.add(words.of(SalesEntries.PERCENT, Column.Kind.PERCENT, null));
        }
        columns.add(words.amount(SalesEntries.OPEN));
        return columns;
    }

    List<Cell> cells(GroupedLine line) {
        var cells = new ArrayList<>(head.cells(line));
        var statement = head.statement(line, "all");
        figures(line).forEach(cells::add);
        if (statement != null) {
            // The total, and what of it is open, lead to the items themselves.
            var total =
                    head.columns().size() + (hasMonths ? question.months().all().size() : 0);
            cells.set(total, link(cells.get(total), statement));
        }
        return cells;
    }

    List<Cell> totals(GroupedLine.Answer answer) {
        var cells = new ArrayList<>(head.totals(answer));
        figures(answer.totals()).forEach(cells::add);
        return cells;
    }

    private List<Cell> figures(GroupedLine line) {
        var cells = new ArrayList<Cell>();
        if (hasMonths) {
            question.months().all().forEach(month -> cells.add(Cell.of(line.amount(month.key()))));
        }
        cells.add(Cell.of(line.amount(SalesEntries.TOTAL)));
        if (!hasMonths) {
            var change = line.amount(SalesEntries.CHANGE);
            cells.add(Cell.of(line.amount(SalesEntries.PREVIOUS)));
            cells.add(Cell.of(change).withTone(tone(change)));
            cells.add(Cell.of(line.figure(SalesEntries.PERCENT)));
        }
        cells.add(Cell.of(line.amount(SalesEntries.OPEN)));
        return cells;
    }

    private static Cell link(Cell cell, String address) {
        return cell.value() instanceof BigDecimal amount && amount.signum() != 0 ? Cell.link(amount, address) : cell;
    }

    private static String tone(BigDecimal change) {
        return change.signum() < 0 ? "bad" : change.signum() > 0 ? "good" : "";
    }
}
