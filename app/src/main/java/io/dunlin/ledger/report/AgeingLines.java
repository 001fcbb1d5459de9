package io.dunlin.ledger.report;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.AggregateFunction;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;

/**
 * The SQL of an ageing: one row per customer with a sum for each bucket, named as those of {@link Entries}; and of these the lines,
 * named {@value #ALIAS}.
 */
record AgeingLines(AgeingQuestion question, TableRequest request) {
    static final String ALIAS = "line";
    private static final String PERCENT = "overduePercent";

    List<CommonTableExpression<?>> expressions() {
        return List.of(balances(), lines());
    }

    CommonTableExpression<Record> lines() {
        var by = question.by();
        var fields =
                new ArrayList<Field<?>>(List.of(by.code().as("code"), by.label().as("name")));
        if (by.isCustomer()) {
            fields.add(inline(1L).as("customers"));
            figures().forEach(figure -> fields.add(figure(Entries.ALIAS, figure)));
            fields.add(percent(figure(Entries.ALIAS, "overdue"), figure(Entries.ALIAS, "total")));
            return name(ALIAS).as(by.lines(select(fields), request.text()));
        }
        fields.add(countDistinct(Entries.CUSTOMER_ID).as("customers"));
        fields.addAll(sums(Entries.ALIAS));
        return name(ALIAS).as(by.lines(select(fields), request.text()).groupBy(by.code(), by.label()));
    }

    /** The sums over all customers, the number of them, and that of the lines. */
    Table<?> totals() {
        var fields = new ArrayList<>(sums(question.by().isCustomer() ? ALIAS : Entries.ALIAS));
        fields.add(count().as("customers"));
        fields.add(field(selectCount().from(table(name(ALIAS)))).as("lines"));
        return question.by().isCustomer()
                ? select(fields).from(table(name(ALIAS))).asTable("totals")
                : question.by().all(select(fields), request.text()).asTable("totals");
    }

    /** By any column; the largest overdue first where nothing is asked for. */
    List<SortField<?>> order() {
        var asked = request.sort();
        var code = field(name(ALIAS, "code"), String.class);
        if (!figures().contains(asked)
                && !List.of("code", "name", "customers", PERCENT).contains(asked)) {
            return List.of(
                    field(name(ALIAS, "overdue")).desc(),
                    field(name(ALIAS, "total")).desc(),
                    code.asc());
        }
        var column = field(name(ALIAS, asked));
        return List.of(
                request.descending() ? column.desc().nullsLast() : column.asc().nullsLast(), code.asc());
    }

    AgeingLine read(Record row, Table<?> from) {
        return new AgeingLine(
                from.field("code") == null ? null : row.get(from.field("code"), String.class),
                from.field("name") == null ? null : row.get(from.field("name"), String.class),
                row.get(from.field("customers"), Long.class),
                question.buckets().stream()
                        .map(bucket -> row.get(from.field(bucket.key()), BigDecimal.class))
                        .toList(),
                row.get(from.field("total"), BigDecimal.class),
                row.get(from.field("overdue"), BigDecimal.class),
                row.get(from.field(PERCENT), BigDecimal.class),
                row.get(from.field("items"), Long.class),
                row.get(from.field("unconverted"), Long.class));
    }

    private CommonTableExpression<Record> balances() {
        var open = question.open();
        var fields = new ArrayList<Field<?>>();
        fields.add(open.customerId().as(Entries.CUSTOMER_ID.getUnqualifiedName()));
        question.buckets()
                .forEach(bucket -> fields.add(sumOf(open, bucket.holds(open, question.credits()), bucket.key())));
        fields.add(sumOf(open, noCondition(), "total"));
        fields.add(sumOf(open, Bucket.OVERDUE.holds(open, question.credits()), "overdue"));
        fields.add(count().as("items"));
        fields.add(count().filterWhere(open.amount().isNull()).as("unconverted"));
        return name(Entries.ALIAS).as(select(fields).from(open.table()).groupBy(open.customerId()));
    }

    private List<Field<?>> sums(String of) {
        var fields = new ArrayList<Field<?>>();
        figures()
                .forEach(figure -> fields.add(coalesce(sum(figure(of, figure)), inline(BigDecimal.ZERO))
                        .as(figure)));
        fields.add(percent(sum(figure(of, "overdue")), sum(figure(of, "total"))));
        return fields;
    }

    private List<String> figures() {
        var figures =
                new ArrayList<>(question.buckets().stream().map(Bucket::key).toList());
        figures.addAll(List.of("total", "overdue", "items", "unconverted"));
        return figures;
    }

    private static Field<BigDecimal> sumOf(OpenAsOf open, Condition condition, String key) {
        AggregateFunction<BigDecimal> sum = sum(open.amount());
        return coalesce(sum.filterWhere(condition), inline(BigDecimal.ZERO)).as(key);
    }

    private static Field<BigDecimal> figure(String table, String column) {
        return field(name(table, column), BigDecimal.class);
    }

    private static Field<BigDecimal> percent(Field<BigDecimal> overdue, Field<BigDecimal> total) {
        return when(
                        total.gt(inline(BigDecimal.ZERO)),
                        round(overdue.mul(inline(100)).div(total), 2))
                .as(PERCENT);
    }
}
