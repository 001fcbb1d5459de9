package io.dunlin.intake;

import io.dunlin.ledger.ItemKind;
import io.dunlin.ledger.LoadOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each column of a file is and how it is written, as a person confirmed it.
 *
 * @param columns one for each column of the file, in its order
 * @param kinds own types of items, as {@link TypeNames#normal} writes them, and what they are
 */
public record Mapping(List<Choice> columns, Map<String, ItemKind> kinds, LoadOrder.Mode mode) {
    /**
     * @param field null: the column is not imported
     * @param date how its dates are written; null where it has none or nobody has decided yet
     * @param amount as {@code date}, for amounts
     */
    public record Choice(
            @Nullable Field field,
            @Nullable DateFormat date,
            @Nullable AmountFormat amount) {
        static final Choice NOTHING = new Choice(null, null, null);
    }

    public Mapping {
        columns = List.copyOf(columns);
        kinds = Map.copyOf(kinds);
    }

    /** Position of the column, from 0; empty where no column is this field. */
    public Optional<Integer> columnOf(Field field) {
        for (var column = 0; column < columns.size(); column++) {
            if (columns.get(column).field() == field) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** How an own type of items is written in {@link #kinds}: without case, accents and punctuation. */
    public static String typeName(String type) {
        return TypeNames.normal(type);
    }

    /** With the types of the file whose names are known, where nobody has chosen otherwise. */
    public Mapping completed(FileProfile profile) {
        var safe = profile.isCorrection() ? LoadOrder.Mode.DELTA : mode;
        return new Mapping(columns, Suggestions.kinds(columns, profile.columns(), kinds), safe);
    }
}
