package io.dunlin.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Table;

/**
 * What all levels of a query share: the ways between tables, and what is read in their place.
 *
 * @param instead tables that are read in the place of others, with the same columns: those of a day of the past
 * @param picks what stands for a picked row
 */
record World(Paths paths, Map<Table<?>, Table<?>> instead, Picks picks) {
    /** What is read as the table. */
    Table<?> rows(Table<?> table) {
        return instead.getOrDefault(table, table);
    }

    /** What the pick is made of. */
    Table<?> rows(Pick<?> pick) {
        return picks.instead(pick).orElseGet(() -> rows(pick.link().target()));
    }

    /** The links from one table to another, or to a picked row. */
    List<Link> path(Table<?> from, Table<?> wanted) {
        var pick = picks.in(wanted);
        if (pick == null) {
            return paths.between(from, wanted);
        }
        var links = new ArrayList<>(paths.between(from, pick.link().origin()));
        links.add(pick.link());
        return links;
    }
}
