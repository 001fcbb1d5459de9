package io.dunlin.criteria;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The rows that were picked in a query, by what stands for them in it. */
final class Picks {
    private final Map<Pick<?>, Table<?>> instead;
    private final Map<Table<?>, Pick<?>> byPlace = new HashMap<>();

    /** @param instead what is read in the place of some of them */
    Picks(Map<Pick<?>, ? extends Table<?>> instead) {
        this.instead = Map.copyOf(instead);
    }

    Table<?> placeOf(Pick<?> pick) {
        var place = pick.place();
        byPlace.put(place, pick);
        return place;
    }

    /** Null for a table that is joined as it is. */
    @Nullable
    Pick<?> in(Table<?> table) {
        return byPlace.get(table);
    }

    /** Empty where the rows of the table itself are read. */
    Optional<Table<?>> instead(Pick<?> pick) {
        return Optional.ofNullable(instead.get(pick));
    }
}
