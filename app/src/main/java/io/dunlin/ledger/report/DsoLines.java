package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.denseRank;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.kernel.Money;
import io.dunlin.kernel.SearchKey;
import io.dunlin.ledger.CustomerId;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * The SQL of the count-back of every customer at once, the same arithmetic as {@link CountBack}.
 *
 * <p>How far back the sales of a line reach its receivable, {@link DsoReach} says.
 */
record DsoLines(DsoQuestion question, TableRequest request) {
    static final String ALIAS = "line";
    private static final Set<String> COLUMNS =
            Set.of("code", "name", "customers", "receivable", "overdue", "days", "overdueDays", "yearSales", "dayCost");
    private static final BigDecimal ZERO = BigDecimal.ZERO;
    static final String MEMBER = "member";
    static final Field<CustomerId> LINE = field(name(MEMBER, "line_id"), CUSTOMER.ID.getDataType());

    List<CommonTableExpression<?>> expressions() {
        var sold = new DsoSales(this).expressions();
        var expressions = question.by().isCustomer()
                ? Stream.of(List.of(balance()), sold, List.of(new DsoReach(question.asOf()).sales(), lines()))
                : Stream.of(
                        List.of(entries(), members(), balance()),
                        sold,
                        List.of(new DsoReach(question.asOf()).sales(), lines()));
        return expressions.<CommonTableExpression<?>>flatMap(List::stream).toList();
    }

    /** By any column; the most days first where nothing is asked for. */
    List<SortField<?>> order() {
        var code = field(name(ALIAS, "code"), String.class);
        if (!COLUMNS.contains(request.sort())) {
            return List.of(
                    figure(ALIAS, "days").desc(), figure(ALIAS, "receivable").desc(), code.asc());
        }
        var column = field(name(ALIAS, request.sort()));
        return List.of(
                request.descending() ? column.desc().nullsLast() : column.asc().nullsLast(), code.asc());
    }

    Table<?> totals() {
        return select(
                        coalesce(sum(figure(ALIAS, "receivable")), inline(ZERO)).as("receivable"),
                        coalesce(sum(figure(ALIAS, "overdue")), inline(ZERO)).as("overdue"),
                        coalesce(sum(figure(ALIAS, "yearSales")), inline(ZERO)).as("yearSales"),
                        dayCost(coalesce(sum(figure(ALIAS, "yearSales")), inline(ZERO))),
                        count().as("lines"))
                .from(name(ALIAS))
                .asTable("totals");
    }

    /** All customers, as {@link GroupBy} takes them. */
    private CommonTableExpression<?> entries() {
        return name(Entries.ALIAS)
                .as(select(CUSTOMER.ID.as(Entries.CUSTOMER_ID.getUnqualifiedName()))
                        .from(CUSTOMER)
                        .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                        .and(CUSTOMER.COMPANY_ID.eq(question.company().id())));
    }

    /** Which line each customer counts in, numbered: the count-back of a line is that of all its customers together. */
    private CommonTableExpression<?> members() {
        var by = question.by();
        return name(MEMBER)
                .as(by.lines(
                        select(
                                CUSTOMER.ID.as("customer_id"),
                                by.code().as("code"),
                                by.label().as("name"),
                                denseRank()
                                        .over()
                                        .orderBy(by.label(), by.code())
                                        .as("line_id")),
                        request.text()));
    }

    /** Number of the line that a customer counts in: its own, where lines stand for single customers. */
    Field<CustomerId> lineOf(Field<CustomerId> customer) {
        return question.by().isCustomer() ? customer : LINE;
    }

    Table<?> withLines(Table<?> rows, Field<CustomerId> customer) {
        return question.by().isCustomer()
                ? rows
                : rows.join(table(name(MEMBER))).on(customer(MEMBER).eq(customer));
    }

    private CommonTableExpression<?> balance() {
        var open = question.open(question.asOf());
        return name("balance")
                .as(select(
                                lineOf(open.customerId()).as("customer_id"),
                                coalesce(sum(open.amount()), inline(ZERO)).as("receivable"),
                                coalesce(
                                                sum(open.amount())
                                                        .filterWhere(Bucket.OVERDUE.holds(open, Credits.COLUMN)),
                                                inline(ZERO))
                                        .as("overdue"))
                        .from(withLines(open.table(), open.customerId()))
                        .groupBy(lineOf(open.customerId())));
    }

    private CommonTableExpression<Record> lines() {
        var receivable = coalesce(figure("balance", "receivable"), inline(ZERO));
        var overdue = coalesce(figure("balance", "overdue"), inline(ZERO));
        var allHistory = coalesce(
                localDateDiff(val(question.asOf()), date("sales", "first_month"))
                        .plus(1),
                inline(0));
        var days = round(
                when(receivable.le(inline(ZERO)), inline(ZERO))
                        .otherwise(coalesce(figure("sales", "days"), allHistory.cast(BigDecimal.class))),
                CountBack.SCALE);
        var year = coalesce(figure("sales", "year"), inline(ZERO));
        var subject = subjects();
        var id = field(name("subject", "id"), CUSTOMER.ID.getDataType());
        return name(ALIAS)
                .as(select(List.of(
                                subject.field("code"),
                                subject.field("name"),
                                subject.field("customers"),
                                receivable.as("receivable"),
                                overdue.as("overdue"),
                                days.as("days"),
                                field(receivable
                                                .gt(inline(ZERO))
                                                .and(figure("sales", "days").isNull()))
                                        .as("beyondHistory"),
                                when(receivable.le(inline(ZERO)), inline(ZERO))
                                        .otherwise(round(
                                                days.mul(least(overdue, receivable))
                                                        .div(receivable),
                                                CountBack.SCALE))
                                        .as("overdueDays"),
                                year.as("yearSales"),
                                dayCost(year)))
                        .from(subject)
                        .leftJoin(name("balance"))
                        .on(customer("balance").eq(id))
                        .leftJoin(name("sales"))
                        .on(customer("sales").eq(id))
                        .where(receivable
                                .ne(inline(ZERO))
                                // Credits may set off what is overdue: it is overdue all the same.
                                .or(overdue.ne(inline(ZERO)))
                                .or(year.ne(inline(ZERO)))));
    }

    /** What the lines stand for. */
    private Table<?> subjects() {
        if (!question.by().isCustomer()) {
            return select(
                            LINE.as("id"),
                            field(name(MEMBER, "code")),
                            field(name(MEMBER, "name")),
                            count().cast(SQLDataType.BIGINT).as("customers"))
                    .from(name(MEMBER))
                    .groupBy(LINE, field(name(MEMBER, "code")), field(name(MEMBER, "name")))
                    .asTable("subject");
        }
        return select(
                        CUSTOMER.ID.as("id"),
                        CUSTOMER.CODE.as("code"),
                        CUSTOMER.NAME.as("name"),
                        inline(1L).as("customers"))
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.COMPANY_ID.eq(question.company().id()))
                .and(
                        request.text().isEmpty()
                                ? noCondition()
                                : CUSTOMER.SEARCH_KEY.contains(SearchKey.of(request.text())))
                .asTable("subject");
    }

    private Field<BigDecimal> dayCost(Field<BigDecimal> yearSales) {
        var company = question.company();
        return round(
                        yearSales.mul(val(company.interestRate())).div(inline(new BigDecimal(36500))),
                        Money.digits(company.currency()))
                .as("dayCost");
    }

    static Field<CustomerId> customer(String table) {
        return field(name(table, "customer_id"), CUSTOMER.ID.getDataType());
    }

    static Field<LocalDate> date(String table, String column) {
        return field(name(table, column), LocalDate.class);
    }

    static Field<BigDecimal> figure(String table, String column) {
        return field(name(table, column), BigDecimal.class);
    }
}
