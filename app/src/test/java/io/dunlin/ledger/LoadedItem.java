package io.dunlin.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** A row of a file of items, in a test's words. */
record LoadedItem(
        String customer,
        ItemKind kind,
        String number,
        String currency,
        String original,
        String open,
        String issued,
        String due,
        @Nullable String cleared,
        @Nullable String unique) {
    static LoadedItem invoice(String customer, String number, String amount, String issued, String due) {
        return new LoadedItem(customer, ItemKind.INVOICE, number, "EUR", amount, amount, issued, due, null, null);
    }

    LoadedItem kind(ItemKind other) {
        return new LoadedItem(customer, other, number, currency, original, open, issued, due, cleared, unique);
    }

    LoadedItem in(String other) {
        return new LoadedItem(customer, kind, number, other, original, open, issued, due, cleared, unique);
    }

    LoadedItem open(String amount) {
        return new LoadedItem(customer, kind, number, currency, original, amount, issued, due, cleared, unique);
    }

    LoadedItem paid(String date) {
        return new LoadedItem(customer, kind, number, currency, original, "0", issued, due, date, unique);
    }

    LoadedItem uniqueId(String id) {
        return new LoadedItem(customer, kind, number, currency, original, open, issued, due, cleared, id);
    }

    ItemRow row(long rowNumber) {
        return new ItemRow(
                rowNumber,
                customer,
                null,
                kind,
                number,
                unique,
                currency,
                new BigDecimal(original),
                null,
                new BigDecimal(open),
                LocalDate.parse(issued),
                LocalDate.parse(due),
                null,
                cleared == null ? null : LocalDate.parse(cleared),
                null,
                null,
                null,
                null,
                null,
                null,
                Collections.nCopies(12, null));
    }
}
