package io.dunlin.ledger.web;

import io.dunlin.ledger.Statement.Shown;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;

/** Which items of a customer, on which day; nonsense becomes the open ones of today. */
record StatementQuery(Shown shown, LocalDate asOf, LocalDate today) {
    static StatementQuery of(Map<String, String> parameters, LocalDate today) {
        return new StatementQuery(shown(parameters.get("show")), day(parameters.get("asOf"), today), today);
    }

    boolean isPast() {
        return !asOf.equals(today);
    }

    /** The query part of an address with this choice instead; empty for the default one. */
    String with(Shown other) {
        return query(other, asOf);
    }

    String query() {
        return query(shown, asOf);
    }

    private String query(Shown which, LocalDate day) {
        var show = which == Shown.OPEN ? "" : "show=" + which.name().toLowerCase(Locale.ROOT);
        var date = day.equals(today) ? "" : "asOf=" + day;
        var both = show + (show.isEmpty() || date.isEmpty() ? "" : "&") + date;
        return both.isEmpty() ? "" : "?" + both;
    }

    private static Shown shown(@org.jspecify.annotations.Nullable String text) {
        return switch (text == null ? "" : text) {
            case "all" -> Shown.ALL;
            case "cleared" -> Shown.CLEARED;
            default -> Shown.OPEN;
        };
    }

    private static LocalDate day(@org.jspecify.annotations.Nullable String text, LocalDate today) {
        try {
            return text == null || text.isBlank() ? today : LocalDate.parse(text);
        } catch (DateTimeParseException nonsense) {
            return today;
        }
    }
}
