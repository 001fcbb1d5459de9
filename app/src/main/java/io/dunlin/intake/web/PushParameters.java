package io.dunlin.intake.web;

import io.dunlin.intake.AmountFormat;
import io.dunlin.intake.CharacterSets;
import io.dunlin.intake.DateFormat;
import io.dunlin.intake.Delimiter;
import io.dunlin.intake.Subject;
import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.LoadOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a push; what is not understood is refused with what would be. */
final class PushParameters {
    private static final List<String> ALL =
            List.of("company", "encoding", "delimiter", "mapping", "date_format", "decimal_separator");
    private static final Map<Subject, List<String>> FURTHER = Map.of(
            Subject.ITEMS, List.of("clear_items_not_modified", "mode", "force_clearing", "as_of"),
            Subject.ORDERS, List.of("clear_orders_not_modified", "mode", "force_clearing", "as_of"),
            Subject.USERS, List.of("replace_users_association"));

    private static final Map<String, Delimiter> DELIMITERS = Map.of(
            ";", Delimiter.SEMICOLON,
            "semicolon", Delimiter.SEMICOLON,
            ",", Delimiter.COMMA,
            "comma", Delimiter.COMMA,
            "\t", Delimiter.TAB,
            "\\t", Delimiter.TAB,
            "tab", Delimiter.TAB,
            "|", Delimiter.BAR,
            "bar", Delimiter.BAR);
    private static final Map<String, AmountFormat> DECIMALS = Map.of(
            ".", AmountFormat.POINT,
            "point", AmountFormat.POINT,
            ",", AmountFormat.COMMA,
            "comma", AmountFormat.COMMA);
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "1", true, "false", false, "0", false);
    private static final Map<String, LoadOrder.Mode> MODES =
            Map.of("stock", LoadOrder.Mode.STOCK, "delta", LoadOrder.Mode.DELTA);

    private final Map<String, String> given;

    /** @param given without empty values */
    PushParameters(Subject subject, Map<String, String> given) {
        this.given = given;
        for (var name : given.keySet()) {
            if (!of(subject).contains(name)) {
                throw new Rejected("intake.push.unknownParameter", name, String.join(", ", of(subject)));
            }
        }
    }

    /** Names of all that can be said of a file of the subject. */
    static List<String> of(Subject subject) {
        return Stream.concat(ALL.stream(), FURTHER.getOrDefault(subject, List.of()).stream())
                .toList();
    }

    @Nullable
    String company() {
        return given.get("company");
    }

    @Nullable
    String charset() {
        var name = given.get("encoding");
        if (name == null) {
            return null;
        }
        try {
            var known = Charset.forName(name.strip()).name();
            if (CharacterSets.names().contains(known)) {
                return known;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            // Answered below, as one that is known to Java only.
        }
        throw bad("encoding", name, String.join(", ", CharacterSets.names()));
    }

    @Nullable
    Delimiter delimiter() {
        return one("delimiter", DELIMITERS, "semicolon, comma, tab, bar");
    }

    /** Name of a saved mapping. */
    @Nullable
    String mapping() {
        return given.get("mapping");
    }

    @Nullable
    AmountFormat amounts() {
        return one("decimal_separator", DECIMALS, "point, comma");
    }

    /** What comes first in a pattern such as {@code dd/MM/yyyy}. */
    DateFormat.@Nullable Order dates() {
        var pattern = given.get("date_format");
        if (pattern == null) {
            return null;
        }
        var letters = pattern.toLowerCase(Locale.ROOT);
        var day = letters.indexOf('d');
        var month = letters.indexOf('m');
        var year = letters.indexOf('y');
        if (day >= 0 && month >= 0 && year >= 0) {
            if (year < month && month < day) {
                return DateFormat.Order.YEAR_FIRST;
            }
            if (day < month && month < year) {
                return DateFormat.Order.DAY_FIRST;
            }
            if (month < day && day < year) {
                return DateFormat.Order.MONTH_FIRST;
            }
        }
        throw bad("date_format", pattern, "dd/MM/yyyy, MM/dd/yyyy, yyyy-MM-dd");
    }

    /** DELTA where nothing is said: a file that is not whole must clear nothing. */
    LoadOrder.Mode mode() {
        var mode = one("mode", MODES, "stock, delta");
        var clear = whole();
        if (mode != null && clear != null && clear != (mode == LoadOrder.Mode.STOCK)) {
            throw bad("mode", String.valueOf(given.get("mode")), clear ? "stock" : "delta");
        }
        return mode != null ? mode : clear != null && clear ? LoadOrder.Mode.STOCK : LoadOrder.Mode.DELTA;
    }

    /** The same in the words of the subject; null: not said. */
    private @Nullable Boolean whole() {
        for (var name : List.of("clear_items_not_modified", "clear_orders_not_modified")) {
            if (given.containsKey(name)) {
                return one(name, FLAGS, "true, false");
            }
        }
        return one("replace_users_association", FLAGS, "0, 1");
    }

    boolean forceClearing() {
        var force = one("force_clearing", FLAGS, "true, false");
        return force != null && force;
    }

    @Nullable
    LocalDate asOf() {
        var day = given.get("as_of");
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeParseException noDate) {
            throw bad("as_of", day, "yyyy-MM-dd");
        }
    }

    private <T> @Nullable T one(String name, Map<String, T> values, String known) {
        var value = given.get(name);
        if (value == null) {
            return null;
        }
        var meant = values.get(value.toLowerCase(Locale.ROOT));
        if (meant == null) {
            throw bad(name, value, known);
        }
        return meant;
    }

    private static Rejected bad(String name, @Nullable String value, String known) {
        return new Rejected("intake.push.badParameter", name, String.valueOf(value), known);
    }
}
