package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.Statement;
import io.dunlin.ledger.Statement.Section;
import io.dunlin.ledger.Statement.Shown;
import io.dunlin.web.RowSelection;
import io.dunlin.web.RowSelection.Action;
import io.dunlin.web.RowSelection.Answer;
import io.dunlin.web.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The statement of a customer.
 *
 * @param currency the company's; amounts in others say theirs
 * @param address of the statement without choices
 */
public record StatementView(
        Statement statement,
        Shown shown,
        boolean isPast,
        String currency,
        String address,
        List<Choice> choices,
        String query) {
    /** One of open, all, cleared. */
    public record Choice(String label, String address, boolean isChosen) {}

    static StatementView of(Statement statement, StatementQuery query, String currency, String address) {
        return new StatementView(
                statement,
                query.shown(),
                query.isPast(),
                currency,
                address,
                Arrays.stream(Shown.values())
                        .map(shown -> new Choice(
                                "ledger.statement.show." + shown.name().toLowerCase(Locale.ROOT),
                                address + query.with(shown),
                                shown == query.shown()))
                        .toList(),
                query.query());
    }

    /** Sections that have items, in order. */
    public List<Section> sections() {
        return Arrays.stream(Section.values())
                .filter(section -> statement.itemsOf(section) > 0)
                .toList();
    }

    public boolean hasOtherCurrencies() {
        return statement.subtotals().stream()
                .anyMatch(subtotal -> !subtotal.currency().equals(currency));
    }

    /** What a ticked line adds to the total of its currency. */
    public static String sums(Statement.Line line) {
        return Table.units(line.openAmount()) + "\t" + line.currency() + "\t";
    }

    /** What may be done with ticked items. */
    public RowSelection selection() {
        return new RowSelection(
                List.of(),
                List.of(
                        new Action("Excel", "download", address + ".xlsx", Answer.FILE, Right.EXPORT),
                        new Action("CSV", "download", address + ".csv", Answer.FILE, Right.EXPORT)));
    }

    public LocalDate asOf() {
        return statement.asOf();
    }
}
