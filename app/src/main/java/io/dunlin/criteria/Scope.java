package io.dunlin.criteria;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one level of a query: that of its subject, and those beside it that somebody asked for. A level inside another one
 * sees what belongs to the same subject on the outer level there.
 *
 * <p>A table that only leads to another one is passed over where the row before it already holds the key: items know their customer,
 * so what is beside a customer is joined to its items without the customer.
 */
public final class Scope {
    private final World world;
    private final LocalDate today;
    private final Table<?> base;
    private final Table<?> baseAlias;
    private final @Nullable Scope outer;
    /** The table of the outer level, or one that it leads to, whose row this level's rows belong to. */
    private final Table<?> whose;

    private final int depth;
    /** The tables beside the base with the condition that joins them, in the order in which they were asked for. */
    private final Map<Table<?>, Joined> joined = new LinkedHashMap<>();

    /** Whether something of this level was asked of the outer one. */
    private boolean looksOut;

    private record Joined(Table<?> alias, Condition on) {}

    /** Where the value of a column stands: in the column itself, or in one that is linked to it. */
    private record Holder(Table<?> row, Field<?> column) {}

    private Scope(World world, LocalDate today, Table<?> base, @Nullable Scope outer, Table<?> whose, int depth) {
        this.world = world;
        this.today = today;
        this.base = base;
        this.outer = outer;
        this.whose = whose;
        this.depth = depth;
        this.baseAlias = alias(base);
    }

    static Scope over(Table<?> base, Paths paths, LocalDate today) {
        return over(base, paths, today, Map.<Pick<?>, Table<?>>of());
    }

    /** @param picks what is read in the place of picked rows: of the same columns, as far as they are asked for */
    static Scope over(Table<?> base, Paths paths, LocalDate today, Map<Pick<?>, ? extends Table<?>> picks) {
        return new Scope(new World(paths, Map.of(), new Picks(picks)), today, base, null, base, 0);
    }

    /** @param instead what is read in the place of some tables, with the same columns */
    static Scope on(Table<?> base, Paths paths, LocalDate day, Map<Table<?>, Table<?>> instead) {
        return new Scope(new World(paths, instead, new Picks(Map.of())), day, base, null, base, 0);
    }

    /** The rows of another table that lead to a row of this level: to that of the level itself, or of one that it leads to. */
    Scope inside(Table<?> rows, Table<?> whose) {
        return new Scope(world, today, rows, this, whose, depth + 1);
    }

    /** Rows of a log, on a day of the past; they know nothing of this level. */
    Scope past(Table<?> rows, LocalDate day, Map<Table<?>, Table<?>> log) {
        return new Scope(new World(world.paths(), log, new Picks(Map.of())), day, rows, null, rows, depth + 1);
    }

    /** The column of the driving table of a level of the past, by its name. */
    <T> Field<T> logged(Field<T> column) {
        return Objects.requireNonNull(baseAlias.field(column));
    }

    /** The column, or one that is linked to it and holds the same: spares the table where another one is there already. */
    Field<?> key(TableField<?, ?> column) {
        return holder(column).column();
    }

    /** The business day it is for the company. */
    public LocalDate today() {
        return today;
    }

    /** The column for the subject of this level; its table is joined where it is not yet. */
    public <T> Field<T> of(TableField<?, T> column) {
        return Objects.requireNonNull(
                table(Objects.requireNonNull(column.getTable())).field(column));
    }

    /** The column of the one row that is picked for the subject of this level; each pick is joined once. */
    public <T> Field<T> of(TableField<?, T> column, Pick<?> pick) {
        return Objects.requireNonNull(table(world.picks().placeOf(pick)).field(column));
    }

    /** Joins the table: for conditions that name its columns themselves, which only the outermost level lets them do. */
    public void need(Table<?> table) {
        table(table);
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
        var last = world.paths().between(base, whose).getLast();
        return equal(holder(last.from()), around.holder(last.to()));
    }

    /**
     * No row of this level meets the condition. Where nothing in it looks at the outer level the rows that do are found once for all,
     * not once for each row outside: a database takes that for dearer than it is. Complete once every condition has been asked for.
     */
    Condition without(Condition that) {
        if (looksOut || outer == null) {
            return notExists(selectOne().from(from()).where(that).and(bounds()));
        }
        var last = world.paths().between(base, whose).getLast();
        var mine = holder(last.from());
        var rows = select(mine.column().as("whose"))
                .from(from())
                .where(that)
                .and(tenant(baseAlias).eq(CurrentTenant.id()))
                .offset(inline(0))
                .asTable("those_" + depth);
        return notExists(selectOne()
                .from(rows)
                .where(same(rows.field(0), outer.holder(last.to()).column())));
    }

    private Holder holder(TableField<?, ?> column) {
        var of = Objects.requireNonNull(column.getTable());
        if (!of.equals(base) && !joined.containsKey(of) && !isOfOuter(of)) {
            var path = world.paths().between(base, of);
            if (path.size() == 1 && path.getFirst().to().equals(column)) {
                return new Holder(
                        baseAlias,
                        Objects.requireNonNull(baseAlias.field(path.getFirst().from())));
            }
        }
        var row = table(of);
        return new Holder(row, Objects.requireNonNull(row.field(column)));
    }

    /** Whether it belongs to the same subject on the outer level. */
    private boolean isOfOuter(Table<?> wanted) {
        return outer != null
                && !wanted.equals(base)
                && !joined.containsKey(wanted)
                && world.path(base, wanted).stream()
                        .anyMatch(link -> link.target().equals(outer.base)
                                || link.target().equals(whose));
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
            looksOut = true;
            return Objects.requireNonNull(outer).table(wanted);
        }
        var last = world.path(base, wanted).getLast();
        var pick = world.picks().in(wanted);
        var alias = pick == null ? alias(wanted) : world.rows(pick).as(named(wanted));
        var on = equal(holder(last.from()), new Holder(alias, Objects.requireNonNull(alias.field(last.to()))));
        joined.put(wanted, new Joined(alias, pick == null ? on : on.and(pick.isIn(alias))));
        return alias;
    }

    private Table<?> alias(Table<?> table) {
        return depth == 0 ? world.rows(table) : world.rows(table).as(named(table));
    }

    private String named(Table<?> table) {
        return depth == 0 ? table.getName() : table.getName() + "_" + depth;
    }

    private static Condition equal(Holder one, Holder other) {
        return tenant(other.row()).eq(tenant(one.row())).and(same(one.column(), other.column()));
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
