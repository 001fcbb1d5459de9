package io.dunlin.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What happened to an item, told from its history: one event for each change. */
public final class ItemStory {
    private ItemStory() {}

    /** Something that happened on a day. */
    public sealed interface Event {
        LocalDate on();
    }

    /** It became open, for the first time or again. */
    public record Opened(LocalDate on, BigDecimal openAmount, LocalDate dueDate, boolean isAgain) implements Event {}

    public record AmountChanged(LocalDate on, BigDecimal before, BigDecimal now) implements Event {}

    public record DueDateMoved(LocalDate on, LocalDate before, LocalDate now) implements Event {}

    public record Cleared(LocalDate on) implements Event {}

    /** The earliest first. The spans do not overlap and are in order. */
    public static List<Event> of(List<ItemFile.Span> history) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < history.size(); i++) {
            var span = history.get(i);
            var before = i == 0 ? null : history.get(i - 1);
            if (before == null || !span.from().equals(before.to())) {
                events.add(new Opened(span.from(), span.openAmount(), span.dueDate(), before != null));
            } else {
                addChanges(events, before, span);
            }
            var next = i + 1 < history.size() ? history.get(i + 1) : null;
            if (span.to() != null && (next == null || !next.from().equals(span.to()))) {
                events.add(new Cleared(span.to()));
            }
        }
        return List.copyOf(events);
    }

    private static void addChanges(List<Event> events, ItemFile.Span before, ItemFile.Span now) {
        if (before.openAmount().compareTo(now.openAmount()) != 0) {
            events.add(new AmountChanged(now.from(), before.openAmount(), now.openAmount()));
        }
        if (!before.dueDate().equals(now.dueDate())) {
            events.add(new DueDateMoved(now.from(), before.dueDate(), now.dueDate()));
        }
    }
}
