package io.dunlin.ledger.report;

import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.table;

import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.ResultQuery;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lines of reports by period, whatever they add up and whatever a line stands for: each answer is one statement. */
@Component
class GroupedLines {
    private static final String ALIAS = "line";

    private final DSLContext sql;

    GroupedLines(DSLContext sql) {
        this.sql = sql;
    }

    /** One page, and the figures of the whole filtered set. */
    @Transactional(readOnly = true)
    public GroupedLine.Answer answer(Entries entries, GroupBy by, TableRequest request) {
        var rows = name(Entries.ALIAS).as(entries.rows());
        var lines = lines(entries, by, request);
        var totals = totals(entries, by, request);
        // Under the same name as the lines, so that one order fits both.
        var page = select(lines.fields())
                .from(lines)
                .orderBy(order(entries, request))
                .limit(request.size())
                .offset(request.offset())
                .asTable(ALIAS);
        var found = sql.with(rows)
                .with(lines)
                .select(totals.fields())
                .select(page.fields())
                .from(totals)
                .leftJoin(page)
                .on(noCondition())
                .orderBy(order(entries, request))
                .fetch();
        var first = found.getFirst();
        return new GroupedLine.Answer(
                found.stream()
                        .filter(row -> row.get(page.field("customers")) != null)
                        .map(row -> read(row, page, ofLines(entries)))
                        .toList(),
                read(first, totals, entries.figures()),
                first.get(totals.field("lines"), Long.class));
    }

    /** All lines one after the other, without holding them; for exports. */
    @Transactional(readOnly = true)
    public void each(Entries entries, GroupBy by, TableRequest request, Consumer<GroupedLine> reader) {
        var lines = lines(entries, by, request);
        try (var rows = sql.with(name(Entries.ALIAS).as(entries.rows()))
                .with(lines)
                .select(lines.fields())
                .from(lines)
                .orderBy(order(entries, request))
                .fetchSize(1000)
                .fetchLazy()) {
            rows.forEach(row -> reader.accept(read(row, lines, ofLines(entries))));
        }
    }

    /** By currency: what is in no sum. Empty for most companies; worth asking only where an answer says so. */
    @Transactional(readOnly = true)
    public List<AgeingLine.Unconverted> unconverted(
            ResultQuery<? extends Record3<String, BigDecimal, Integer>> byCurrency) {
        return sql.fetch(byCurrency).stream()
                .map(row -> new AgeingLine.Unconverted(row.value1(), row.value2(), row.value3()))
                .toList();
    }

    private static CommonTableExpression<Record> lines(Entries entries, GroupBy by, TableRequest request) {
        var fields = new ArrayList<Field<?>>();
        ofLines(entries).forEach(figure -> fields.add(figure.value().as(figure.key())));
        fields.add(by.code().as("code"));
        fields.add(by.label().as("name"));
        fields.add((by.isCustomer() ? inline(1) : countDistinct(Entries.CUSTOMER_ID)).as("customers"));
        return name(ALIAS)
                .as(by.lines(select(fields), request.text()).groupBy(by.key()).having(entries.isWorthALine()));
    }

    /** Added up by period first, so that the many figures are worked out of a few rows. */
    private static Table<?> totals(Entries entries, GroupBy by, TableRequest request) {
        var sums = new ArrayList<Field<?>>(List.of(Entries.PERIOD));
        entries.sums().forEach(column -> sums.add(DSL.sum(Entries.sum(column)).as(column)));
        var byPeriod =
                by.all(select(sums), request.text()).groupBy(Entries.PERIOD).asTable(Entries.ALIAS);
        var fields = new ArrayList<Field<?>>();
        entries.figures().forEach(figure -> fields.add(figure.value().as(figure.key())));
        var lines = field(selectCount().from(table(name(ALIAS))));
        fields.add((by.isCustomer() ? lines : field(by.all(select(countDistinct(Entries.CUSTOMER_ID)), request.text())))
                .as("customers"));
        fields.add(lines.as("lines"));
        return select(fields).from(byPeriod).asTable("totals");
    }

    private static List<Figure> ofLines(Entries entries) {
        return entries.figures().stream().filter(Figure::isOfLines).toList();
    }

    /** By any column; the largest main figure first where nothing is asked for. Those without a value stand last. */
    private static List<SortField<?>> order(Entries entries, TableRequest request) {
        var label = field(name(ALIAS, "name"), String.class);
        var code = field(name(ALIAS, "code"), String.class);
        if (!sortable(entries).contains(request.sort())) {
            return List.of(
                    field(name(ALIAS, entries.mainFigure())).desc().nullsLast(),
                    label.asc().nullsLast(),
                    code.asc());
        }
        var column = field(name(ALIAS, request.sort()));
        return List.of(
                request.descending() ? column.desc().nullsLast() : column.asc().nullsLast(),
                label.asc().nullsLast(),
                code.asc());
    }

    private static Set<String> sortable(Entries entries) {
        return Stream.concat(
                        Stream.of("code", "name", "customers"),
                        ofLines(entries).stream().map(Figure::key))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static GroupedLine read(Record row, Table<?> from, List<Figure> known) {
        var figures = new HashMap<String, @Nullable BigDecimal>();
        for (var figure : known) {
            figures.put(figure.key(), row.get(from.field(figure.key()), BigDecimal.class));
        }
        return new GroupedLine(text(row, from, "code"), text(row, from, "name"), customers(row, from), figures);
    }

    private static @Nullable String text(Record row, Table<?> from, String column) {
        var field = from.field(column);
        return field == null ? null : row.get(field, String.class);
    }

    private static long customers(Record row, Table<?> from) {
        return row.get(from.field("customers"), Long.class);
    }
}
