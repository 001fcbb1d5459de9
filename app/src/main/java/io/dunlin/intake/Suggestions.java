package io.dunlin.intake;

import io.dunlin.ledger.ItemKind;
import io.dunlin.ledger.LoadOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Proposes a mapping: from the last file of the same layout, else from the names of the columns and what is in them. */
final class Suggestions {
    private Suggestions() {}

    /** @param remembered mapping of the last file of the same layout; null where there was none */
    static Mapping propose(Subject subject, FileProfile profile, @Nullable Mapping remembered) {
        var columns = profile.columns();
        var mode = remembered == null ? LoadOrder.Mode.DELTA : remembered.mode();
        if (profile.isCorrection()) {
            // Corrected rows are never the whole ledger.
            mode = LoadOrder.Mode.DELTA;
        }
        var fields = remembered == null ? proposed(subject, profile) : fields(remembered, columns.size());
        var choices = new ArrayList<Mapping.Choice>();
        for (var at = 0; at < columns.size(); at++) {
            var before = remembered != null && at < remembered.columns().size()
                    ? remembered.columns().get(at)
                    : Mapping.Choice.NOTHING;
            choices.add(choice(fields.get(at), columns.get(at), before));
        }
        return new Mapping(choices, kinds(choices, columns, remembered == null ? Map.of() : remembered.kinds()), mode);
    }

    /** The field with the format that the column has; where two fit, the one of last time. */
    static Mapping.Choice choice(@Nullable Field field, ColumnProfile column, Mapping.Choice before) {
        if (field == null) {
            return Mapping.Choice.NOTHING;
        }
        return switch (field.kind()) {
            case DATE, MONTH -> new Mapping.Choice(field, only(column.dates(), before.date()), null);
            case AMOUNT -> new Mapping.Choice(field, null, only(column.amounts(), before.amount()));
            case TEXT, CURRENCY, KIND, FLAG, SIDE, COUNTRY, LANGUAGE, GROUPS -> new Mapping.Choice(field, null, null);
        };
    }

    /** The types in the file that are known, by their names or from last time. */
    static Map<String, ItemKind> kinds(
            List<Mapping.Choice> choices, List<ColumnProfile> columns, Map<String, ItemKind> before) {
        var kinds = new HashMap<>(before);
        for (var at = 0; at < choices.size(); at++) {
            if (choices.get(at).field() == Field.ITEM_TYPE) {
                for (var type : columns.get(at).distinct().keySet()) {
                    var name = TypeNames.normal(type);
                    TypeNames.known(name).ifPresent(kind -> kinds.putIfAbsent(name, kind));
                }
            }
        }
        return kinds;
    }

    private static <F> @Nullable F only(List<F> fitting, @Nullable F before) {
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        return before != null && fitting.contains(before) ? before : null;
    }

    private static List<@Nullable Field> fields(Mapping remembered, int columns) {
        var fields = new ArrayList<@Nullable Field>(Collections.nCopies(columns, null));
        for (var at = 0; at < Math.min(columns, remembered.columns().size()); at++) {
            fields.set(at, remembered.columns().get(at).field());
        }
        return fields;
    }

    private static List<@Nullable Field> proposed(Subject subject, FileProfile profile) {
        var fields = byName(subject, profile.columns());
        new ContentSuggestions(subject, profile, fields).complete();
        return fields;
    }

    private static List<@Nullable Field> byName(Subject subject, List<ColumnProfile> columns) {
        var fields = new ArrayList<@Nullable Field>(Collections.nCopies(columns.size(), null));
        for (var field : Field.of(subject)) {
            var best = -1;
            var bestRank = Integer.MAX_VALUE;
            for (var at = 0; at < columns.size(); at++) {
                var rank = FieldNames.rank(
                        field, HeaderNames.normal(columns.get(at).header()));
                if (fields.get(at) == null && rank >= 0 && rank < bestRank && plausible(field, columns.get(at))) {
                    best = at;
                    bestRank = rank;
                }
            }
            if (best >= 0) {
                fields.set(best, field);
            }
        }
        return fields;
    }

    /** Whether the column can be the field, by what is in it. */
    static boolean plausible(Field field, ColumnProfile column) {
        if (HeaderNames.isReason(column.header())) {
            return false;
        }
        return column.values() == 0
                || switch (field.kind()) {
                    case DATE -> !column.dates().isEmpty();
                    case MONTH -> !column.dates().isEmpty() || Months.areIn(column);
                    case AMOUNT -> !column.amounts().isEmpty();
                    // Unknown ones too: their rows are refused, instead of being taken for the company's currency.
                    case CURRENCY ->
                        column.dates().isEmpty() && column.amounts().isEmpty();
                    case KIND ->
                        !column.distinct().isEmpty() && column.amounts().isEmpty();
                    case SIDE -> Sides.areIn(column);
                    case TEXT, FLAG, COUNTRY, LANGUAGE, GROUPS -> true;
                };
    }

    static boolean mostlyCurrencies(ColumnProfile column) {
        var known = column.distinct().entrySet().stream()
                .filter(entry -> Currencies.isKnown(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return known * 2 >= column.values();
    }
}
