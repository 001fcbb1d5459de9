package io.dunlin.criteria;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one level of a query: that of its subject, and those beside it that somebody asked for. A level inside another one
 * sees what belongs to the same subject on the outer level there.
 */
public final class Scope {
    private final Paths paths;
    private final LocalDate today;
    private final Table<?> base;
    private final Table<?> baseAlias;
    private final @Nullable Scope outer;
    /** The table of the outer level, or one that it leads to, whose row this level's rows belong to. */
    private final Table<?> whose;

    private final int depth;
    /** The tables beside the base with the condition that joins them, in the order in which they were asked for. */
    private final Map<Table<?>, Joined> joined = new LinkedHashMap<>();

    /** Tables of this level whose rows matter, not only lead to others. */
    private final Set<Table<?>> asked = new LinkedHashSet<>();

    private record Joined(Table<?> alias, Condition on) {}

    private Scope(Paths paths, LocalDate today, Table<?> base, @Nullable Scope outer, Table<?> whose) {
        this.paths = paths;
        this.today = today;
        this.base = base;
        this.outer = outer;
        this.whose = whose;
        this.depth = outer == null ? 0 : outer.depth + 1;
        this.baseAlias = alias(base);
    }

    static Scope over(Table<?> base, Paths paths, LocalDate today) {
        return new Scope(paths, today, base, null, base);
    }

    /** The rows of another table that lead to a row of this level: to that of the level itself, or of one that it leads to. */
    Scope inside(Table<?> rows, Table<?> whose) {
        return new Scope(paths, today, rows, this, whose);
    }

    /** The business day it is for the company. */
    public LocalDate today() {
        return today;
    }

    /** The column for the subject of this level; its table is joined where it is not yet. */
    public <T> Field<T> of(TableField<?, T> column) {
        return Objects.requireNonNull(
                asked(Objects.requireNonNull(column.getTable())).field(column));
    }

    /** Tables of this level that conditions and columns are about: a query that has them already need not join them again. */
    public Set<Table<?>> asked() {
        return Set.copyOf(asked);
    }

    /** All tables of this level, joined. Complete once every condition and column has been asked for. */
    public Table<?> from() {
        Table<?> from = baseAlias;
        for (var one : joined.values()) {
            from = from.leftJoin(one.alias()).on(one.on());
        }
        return from;
    }

    Table<?> base() {
        return base;
    }

    /** What the driving table of the level must be: rows of the tenant, and of the outer level's row where there is one. */
    Condition bounds() {
        var ours = tenant(baseAlias).eq(CurrentTenant.id());
        return outer == null ? ours : ours.and(meets(outer));
    }

    private Condition meets(Scope around) {
        var last = paths.between(base, whose).getLast();
        return equal(table(last.origin()), last, around.asked(whose));
    }

    private Table<?> asked(Table<?> wanted) {
        if (isOfOuter(wanted)) {
            return Objects.requireNonNull(outer).asked(wanted);
        }
        asked.add(wanted);
        return table(wanted);
    }

    /** Whether it belongs to the same subject on the outer level. */
    private boolean isOfOuter(Table<?> wanted) {
        return outer != null
                && !wanted.equals(base)
                && !joined.containsKey(wanted)
                && paths.between(base, wanted).stream()
                        .anyMatch(link -> link.target().equals(outer.base));
    }

    private Table<?> table(Table<?> wanted) {
        if (wanted.equals(base)) {
            return baseAlias;
        }
        var known = joined.get(wanted);
        if (known != null) {
            return known.alias();
        }
        if (isOfOuter(wanted)) {
            return Objects.requireNonNull(outer).table(wanted);
        }
        var last = paths.between(base, wanted).getLast();
        var alias = alias(wanted);
        var on = equal(table(last.origin()), last, alias);
        joined.put(wanted, new Joined(alias, on));
        return alias;
    }

    private Table<?> alias(Table<?> table) {
        return depth == 0 ? table : table.as(table.getName() + "_" + depth);
    }

    private static Condition equal(Table<?> from, Link link, Table<?> to) {
        return tenant(to).eq(tenant(from)).and(same(from.field(link.from()), to.field(link.to())));
    }

    @SuppressWarnings("unchecked") // The two ends of a link hold the same ids.
    private static Condition same(@Nullable Field<?> from, @Nullable Field<?> to) {
        return ((Field<Object>) Objects.requireNonNull(to)).eq((Field<Object>) Objects.requireNonNull(from));
    }

    @SuppressWarnings("unchecked") // Generated so for every table of a tenant.
    private static Field<TenantId> tenant(Table<?> table) {
        return (Field<TenantId>) Objects.requireNonNull(table.field("tenant_id"));
    }
}
