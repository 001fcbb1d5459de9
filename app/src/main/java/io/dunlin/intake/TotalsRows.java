package io.dunlin.intake;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Holds the last rows of a file back until it is clear that they belong to the table: rows at its end that only add it up do
 * not. Such a row is empty in half of the columns that all rows fill, and says so in a word or holds the sum of a column.
 */
final class TotalsRows {
    private static final int HELD = 8;
    private static final Set<String> WORDS = Set.of(
            "total",
            "totaux",
            "totals",
            "totale",
            "totali",
            "totales",
            "totais",
            "totaal",
            "summe",
            "gesamt",
            "somme",
            "suma",
            "somma",
            "soma",
            "som",
            "saldo",
            "solde",
            "balance",
            "endsumme",
            "sum");
    private static final List<String> BEGINNINGS = List.of(
            "total",
            "totaal",
            "grandtotal",
            "subtotal",
            "soustotal",
            "gesamtsumme",
            "gesamtbetrag",
            "zwischensumme",
            "summe",
            "sommetotal",
            "sumatotal",
            "eindtotaal",
            "subtotaal",
            "gesamtsaldo");

    private final List<ColumnTally> columns;
    private final Deque<RawRow> held = new ArrayDeque<>();

    TotalsRows(List<ColumnTally> columns) {
        this.columns = columns;
    }

    void add(RawRow row) {
        held.add(row);
        if (held.size() > HELD) {
            tally(held.remove());
        }
    }

    /** After the last row: counts the rest of the table and returns what stands below it. */
    List<RawRow> below() {
        while (!held.isEmpty()) {
            if (isTotal(held.element()) && held.stream().allMatch(this::isSparse)) {
                return new ArrayList<>(held);
            }
            tally(held.remove());
        }
        return List.of();
    }

    private void tally(RawRow row) {
        for (var at = 0; at < columns.size(); at++) {
            columns.get(at).add(row.cell(at));
        }
    }

    private boolean isSparse(RawRow row) {
        var always = 0;
        var missing = 0;
        for (var at = 0; at < columns.size(); at++) {
            if (columns.get(at).isAlwaysFilled()) {
                always++;
                missing += row.cell(at).isEmpty() ? 1 : 0;
            }
        }
        return row.fault() == null && always > 1 && missing * 2 >= always;
    }

    private boolean isTotal(RawRow row) {
        if (!isSparse(row)) {
            return false;
        }
        for (var at = 0; at < columns.size(); at++) {
            if (isWord(row.cell(at)) || isSum(row.cell(at), columns.get(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(String text) {
        if (text.length() > 60) {
            return false;
        }
        var name = HeaderNames.normal(text);
        return WORDS.contains(name) || BEGINNINGS.stream().anyMatch(name::startsWith);
    }

    private static boolean isSum(String text, ColumnTally column) {
        return equals(AmountFormat.POINT, text, column) || equals(AmountFormat.COMMA, text, column);
    }

    private static boolean equals(AmountFormat format, String text, ColumnTally column) {
        var amount = text.isEmpty() ? null : format.read(text);
        return amount != null
                && amount.compareTo(BigDecimal.ZERO) != 0
                && column.amounts() > 1
                && amount.compareTo(column.sum(format)) == 0;
    }
}
