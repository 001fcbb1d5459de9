package io.dunlin.ledger.report;

import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of payment profiles: the profile of each customer, or how many customers of a line have which. */
record PaymentProfileTable(ProfileNames names, LineHead head, Wording words) implements GroupedTable {
    @Override
    public List<Column> columns() {
        var columns = new ArrayList<>(head.columns());
        if (head.isOfCustomers()) {
            columns.add(words.of(ProfileEntries.RANK, Column.Kind.TEXT, null));
            columns.add(new Column(
                    ProfileEntries.RANK_BEFORE,
                    words.say(
                            "column.before",
                            words.date(names.entries().periods().first().to())),
                    null,
                    Column.Kind.TEXT,
                    true));
        } else {
            names.ranks().forEach(rank -> columns.add(column(rank)));
        }
        columns.add(words.of(ProfileEntries.DELAY, Column.Kind.DAYS, words.say("unit.days")));
        columns.add(words.amount(ProfileEntries.RECEIVABLE));
        return columns;
    }

    @Override
    public List<Cell> cells(GroupedLine line) {
        var cells = new ArrayList<>(head.cells(line));
        var delay = line.figure(ProfileEntries.DELAY);
        if (head.isOfCustomers()) {
            cells.add(Cell.of(name(line.figure(ProfileEntries.RANK)))
                    .withFlag(names.rules().flag(delay, words.request().page()::text))
                    .withTone(tone(line)));
            cells.add(Cell.of(name(line.figure(ProfileEntries.RANK_BEFORE))));
        } else {
            addProfiles(cells, line);
        }
        cells.add(Cell.of(delay));
        cells.add(Cell.of(line.amount(ProfileEntries.RECEIVABLE)));
        return cells;
    }

    @Override
    public List<Cell> totals(GroupedLine.Answer answer) {
        var cells = new ArrayList<>(head.totals(answer));
        if (head.isOfCustomers()) {
            cells.add(Cell.of(null));
            cells.add(Cell.of(null));
        } else {
            addProfiles(cells, answer.totals());
        }
        cells.add(Cell.of(answer.totals().figure(ProfileEntries.DELAY)));
        cells.add(Cell.of(answer.totals().amount(ProfileEntries.RECEIVABLE)));
        return cells;
    }

    private void addProfiles(List<Cell> cells, GroupedLine line) {
        names.ranks().forEach(rank -> cells.add(Cell.of(line.amount(key(rank)))));
    }

    /** Of a customer that has gone to a worse profile, or to a better one. */
    private static String tone(GroupedLine line) {
        var now = line.figure(ProfileEntries.RANK);
        var before = line.figure(ProfileEntries.RANK_BEFORE);
        if (now == null || before == null || now.compareTo(before) == 0) {
            return "";
        }
        return now.compareTo(before) > 0 ? "bad" : "good";
    }

    private String name(@Nullable BigDecimal rank) {
        return names.of(rank == null ? 0 : rank.intValueExact());
    }

    private Column column(int rank) {
        return names.isInAmount()
                ? new Column(key(rank), names.of(rank), words.currency(), Column.Kind.AMOUNT, true)
                : new Column(key(rank), names.of(rank), null, Column.Kind.COUNT, true);
    }

    private String key(int rank) {
        return names.isInAmount()
                ? names.entries().amountOf(rank)
                : names.entries().customersOf(rank);
    }
}
