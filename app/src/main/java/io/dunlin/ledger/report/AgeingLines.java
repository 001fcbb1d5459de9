package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.dunlin.kernel.SearchKey;
import io.dunlin.tenancy.CurrentTenant;
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

/** The SQL of an ageing: one row per customer with a sum for each bucket, named {@value #ALIAS}. */
record AgeingLines(AgeingQuestion question, TableRequest request) {
    static final String ALIAS = "line";
    private static final String PERCENT = "overduePercent";

    CommonTableExpression<Record> lines() {
        var balance = balances();
        var fields = new ArrayList<Field<?>>(List.of(CUSTOMER.CODE.as("code"), CUSTOMER.NAME.as("name")));
        figures().forEach(figure -> fields.add(balance.field(figure)));
        fields.add(percent(figure("balance", "overdue"), figure("balance", "total")));
        return name(ALIAS)
                .as(select(fields)
                        .from(balance)
                        .join(CUSTOMER)
                        .on(CUSTOMER.ID.eq(balance.field("customer_id", CUSTOMER.ID.getDataType())))
                        .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                        .and(found()));
    }

    /** The sums of all lines, and their number as {@code customers}. */
    Table<?> totals(CommonTableExpression<Record> lines) {
        var fields = new ArrayList<Field<?>>();
        figures()
                .forEach(figure -> fields.add(coalesce(sum(figure(ALIAS, figure)), inline(BigDecimal.ZERO))
                        .as(figure)));
        fields.add(percent(sum(figure(ALIAS, "overdue")), sum(figure(ALIAS, "total"))));
        fields.add(count().as("customers"));
        return select(fields).from(lines).asTable("totals");
    }

    /** By any column; the largest overdue first where nothing is asked for. */
    List<SortField<?>> order() {
        var asked = request.sort();
        var code = field(name(ALIAS, "code"), String.class);
        if (!figures().contains(asked) && !List.of("code", "name", PERCENT).contains(asked)) {
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
                from.field("code") == null ? "" : row.get(from.field("code"), String.class),
                from.field("name") == null ? "" : row.get(from.field("name"), String.class),
                question.buckets().stream()
                        .map(bucket -> row.get(from.field(bucket.key()), BigDecimal.class))
                        .toList(),
                row.get(from.field("total"), BigDecimal.class),
                row.get(from.field("overdue"), BigDecimal.class),
                row.get(from.field(PERCENT), BigDecimal.class),
                row.get(from.field("items"), Long.class),
                row.get(from.field("unconverted"), Long.class));
    }

    private Table<?> balances() {
        var open = question.open();
        var fields = new ArrayList<Field<?>>();
        fields.add(open.customerId().as("customer_id"));
        question.buckets()
                .forEach(bucket -> fields.add(sumOf(open, bucket.holds(open, question.credits()), bucket.key())));
        fields.add(sumOf(open, noCondition(), "total"));
        fields.add(sumOf(open, Bucket.OVERDUE.holds(open, question.credits()), "overdue"));
        fields.add(count().as("items"));
        fields.add(count().filterWhere(open.amount().isNull()).as("unconverted"));
        return select(fields).from(open.table()).groupBy(open.customerId()).asTable("balance");
    }

    private Condition found() {
        return request.text().isEmpty() ? noCondition() : CUSTOMER.SEARCH_KEY.contains(SearchKey.of(request.text()));
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
