package io.dunlin.ledger.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * One column of an ageing: which open items it counts. An item due on the day of the ageing is not overdue.
 *
 * @param key stable name in addresses and JSON: {@code notDue}, {@code days1to30}, {@code days121plus}, {@code credits}
 * @param from fewest days overdue
 * @param to most days overdue; {@link #OPEN_END} for no limit
 */
record Bucket(String key, Kind kind, int from, int to) {
    static final int OPEN_END = Integer.MAX_VALUE;

    /** All overdue buckets together. */
    static final Bucket OVERDUE = new Bucket("overdue", Kind.OVERDUE, 1, OPEN_END);

    enum Kind {
        NOT_DUE,
        OVERDUE,
        CREDITS
    }

    /** From not due to oldest, then the credits where they have their own column. The buckets part all open items: none is in two, none in no one. */
    static List<Bucket> all(List<Integer> upperEnds, Credits credits) {
        var buckets = new ArrayList<Bucket>();
        buckets.add(new Bucket("notDue", Kind.NOT_DUE, Integer.MIN_VALUE, 0));
        var from = 1;
        for (var to : upperEnds) {
            buckets.add(new Bucket("days%dto%d".formatted(from, to), Kind.OVERDUE, from, to));
            from = to + 1;
        }
        buckets.add(new Bucket("days%dplus".formatted(from), Kind.OVERDUE, from, OPEN_END));
        if (credits == Credits.COLUMN) {
            buckets.add(new Bucket("credits", Kind.CREDITS, 0, 0));
        }
        return List.copyOf(buckets);
    }

    /** As shown in the head of an overdue column: {@code 1–30}, {@code 121+}. */
    String days() {
        return to == OPEN_END ? from + "+" : from + "\u2013" + to;
    }

    Condition holds(OpenAsOf open, Credits credits) {
        var due = open.dueDate();
        var debit = credits == Credits.COLUMN ? open.openAmount().gt(DSL.inline(BigDecimal.ZERO)) : DSL.noCondition();
        return switch (kind) {
            case CREDITS -> open.openAmount().lt(DSL.inline(BigDecimal.ZERO));
            case NOT_DUE -> due.ge(open.date()).and(debit);
            case OVERDUE ->
                due.le(open.date().minusDays(from))
                        .and(notOlder(due, open.date()))
                        .and(debit);
        };
    }

    private Condition notOlder(Field<LocalDate> due, LocalDate asOf) {
        return to == OPEN_END ? DSL.noCondition() : due.ge(asOf.minusDays(to));
    }
}
