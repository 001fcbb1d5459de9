package io.dunlin.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of one customer as they stood on a day.
 *
 * @param lines in the order of the sections, the oldest due date first; cleared ones the latest first
 * @param subtotals of all items, also of those beyond the lines; currencies apart
 * @param isCut whether there are more items than lines
 */
public record Statement(LocalDate asOf, List<Line> lines, List<Subtotal> subtotals, boolean isCut) {
    public Statement {
        lines = List.copyOf(lines);
        subtotals = List.copyOf(subtotals);
    }

    /** What to show. */
    public enum Shown {
        OPEN,
        ALL,
        CLEARED
    }

    /** In the order of the page. */
    public enum Section {
        OVERDUE,
        NOT_DUE,
        /** Credit notes, unallocated payments, overpaid items, whatever their date: they lessen the balance and hide nothing overdue. */
        CREDITS,
        /** Down-payment requests: in no balance. */
        MEMO,
        CLEARED;

        public boolean isBalance() {
            return this == OVERDUE || this == NOT_DUE || this == CREDITS;
        }
    }

    /**
     * One item on the day of the statement.
     *
     * @param dueDate as it was on that day
     * @param dueDateAssumed no due date was given: the issue date stands in
     * @param openAmount in the item's currency; zero in the section of cleared ones
     * @param clearedOn null: open on that day
     */
    public record Line(
            ItemId id,
            Section section,
            ItemKind kind,
            String number,
            LocalDate issueDate,
            LocalDate dueDate,
            boolean dueDateAssumed,
            BigDecimal originalAmount,
            BigDecimal openAmount,
            String currency,
            @Nullable LocalDate clearedOn,
            @Nullable String purchaseOrder) {
        /** Days after the due date; 0 or less: not late. */
        public long daysLate(LocalDate asOf) {
            return ChronoUnit.DAYS.between(dueDate, asOf);
        }

        public boolean isPartPaid() {
            return openAmount.signum() != 0 && openAmount.compareTo(originalAmount) != 0;
        }
    }

    /** Sum of one section in one currency. */
    public record Subtotal(Section section, String currency, int items, BigDecimal open) {}

    /** The lines of one section. */
    public List<Line> linesOf(Section section) {
        return lines.stream().filter(line -> line.section() == section).toList();
    }

    public List<Subtotal> subtotalsOf(Section section) {
        return subtotals.stream()
                .filter(subtotal -> subtotal.section() == section)
                .toList();
    }

    public int itemsOf(Section section) {
        return subtotalsOf(section).stream().mapToInt(Subtotal::items).sum();
    }

    /** What is owed, by currency. */
    public List<Subtotal> balances() {
        return subtotals.stream()
                .filter(subtotal -> subtotal.section().isBalance())
                .map(Subtotal::currency)
                .distinct()
                .sorted()
                .map(currency -> new Subtotal(
                        Section.OVERDUE,
                        currency,
                        inBalance(currency).mapToInt(Subtotal::items).sum(),
                        inBalance(currency).map(Subtotal::open).reduce(BigDecimal.ZERO, BigDecimal::add)))
                .toList();
    }

    private java.util.stream.Stream<Subtotal> inBalance(String currency) {
        return subtotals.stream()
                .filter(subtotal ->
                        subtotal.section().isBalance() && subtotal.currency().equals(currency));
    }
}
