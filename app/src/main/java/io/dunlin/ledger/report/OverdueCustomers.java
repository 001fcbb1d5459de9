package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import io.dunlin.ledger.CurrencyFactors;
import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is overdue at the end of any day, by the rules of the ageing balance: credits do not hide an overdue amount. */
@Component
class OverdueCustomers {
    private static final Field<CustomerId> OWING = field(name("owing", "customer_id"), CUSTOMER.ID.getDataType());
    private static final Field<BigDecimal> TOTAL = amount("total");
    private static final Field<BigDecimal> OVERDUE = amount("overdue");
    private static final Field<Integer> ITEMS = field(name("owing", "items"), Integer.class);
    private static final Field<Integer> LATE_ITEMS = field(name("owing", "late_items"), Integer.class);
    private static final Field<LocalDate> OLDEST = field(name("owing", "oldest"), SQLDataType.LOCALDATE);
    private static final Field<BigDecimal> WEIGHTED = amount("weighted");
    private static final Field<CustomerId> PAYER = field(name("paid", "customer_id"), CUSTOMER.ID.getDataType());
    private static final Field<BigDecimal> USUAL = field(name("paid", "usual"), SQLDataType.NUMERIC);
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Field<BigDecimal> NOTHING = inline(BigDecimal.ZERO);

    private final DSLContext sql;

    OverdueCustomers(DSLContext sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public OverdueCustomer.Totals totals(Slice slice, LocalDate asOf) {
        var before = field(name("line", "before"), BigDecimal.class);
        var all = field(name("line", "everything"), BigDecimal.class);
        var overdue = field(name("line", "overdue"), BigDecimal.class);
        var lines = select(
                        TOTAL.as("total"),
                        OVERDUE.as("overdue"),
                        ITEMS.as("items"),
                        sum(OVERDUE)
                                .over()
                                .orderBy(OVERDUE.desc(), OWING)
                                .minus(OVERDUE)
                                .as("before"),
                        sum(OVERDUE).over().as("everything"))
                .from(name("owing"))
                .asTable("line");
        return sql.with(owing(slice, asOf))
                .select(
                        coalesce(sum(field(name("line", "total"), BigDecimal.class)), NOTHING),
                        coalesce(sum(overdue), NOTHING),
                        coalesce(sum(field(name("line", "items"), Integer.class)), NOTHING),
                        count(),
                        count().filterWhere(overdue.gt(NOTHING)),
                        count().filterWhere(overdue.gt(NOTHING)
                                .and(before.mul(inline(2)).lt(all))))
                .from(lines)
                .fetchSingle(row -> new OverdueCustomer.Totals(
                        row.value1(), row.value2(), row.value3().intValue(), row.value4(), row.value5(), row.value6()));
    }

    /** Those to call first, by {@link CallRank}. */
    @Transactional(readOnly = true)
    public List<OverdueCustomer> toCall(Slice slice, LocalDate asOf, int most) {
        return fetch(slice, asOf, most, field(name("score"), BigDecimal.class).desc());
    }

    @Transactional(readOnly = true)
    public List<OverdueCustomer> largest(Slice slice, LocalDate asOf, int most) {
        return fetch(slice, asOf, most, OVERDUE.desc());
    }

    private List<OverdueCustomer> fetch(Slice slice, LocalDate asOf, int most, SortField<?> order) {
        var share = OVERDUE.mul(inline(HUNDRED)).div(sum(OVERDUE).over());
        var oldest = localDateDiff(val(asOf), OLDEST);
        var late = WEIGHTED.div(OVERDUE);
        var score = CallRank.score(OVERDUE, oldest.cast(SQLDataType.NUMERIC), late, USUAL, share);
        var paid = paid(slice, asOf);
        return sql.with(owing(slice, asOf))
                .select(
                        CUSTOMER.CODE,
                        CUSTOMER.NAME,
                        CUSTOMER.CITY,
                        OVERDUE,
                        LATE_ITEMS,
                        oldest,
                        round(late, 1),
                        round(USUAL, 1),
                        round(share, 1),
                        round(score, 4).as("score"))
                .from(name("owing"))
                .join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.ID.eq(OWING))
                .leftJoin(paid)
                .on(PAYER.eq(OWING))
                .where(OVERDUE.gt(NOTHING))
                .orderBy(order, OVERDUE.desc(), CUSTOMER.CODE)
                .limit(most)
                .fetch(row -> new OverdueCustomer(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9(),
                        row.value10()));
    }

    private static CommonTableExpression<? extends Record> owing(Slice slice, LocalDate asOf) {
        var open = new OpenAsOf(slice.company(), asOf, slice.holds(ITEM_PERIOD.CUSTOMER_ID, ITEM_PERIOD.ITEM_ID));
        var late = Bucket.OVERDUE.holds(open, Credits.COLUMN);
        return name("owing")
                .as(select(
                                open.customerId().as("customer_id"),
                                coalesce(sum(open.amount()), NOTHING).as("total"),
                                coalesce(sum(open.amount()).filterWhere(late), NOTHING)
                                        .as("overdue"),
                                count().as("items"),
                                count().filterWhere(late).as("late_items"),
                                min(open.dueDate()).filterWhere(late).as("oldest"),
                                sum(open.amount().mul(localDateDiff(val(asOf), open.dueDate())))
                                        .filterWhere(late)
                                        .as("weighted"))
                        .from(open.table())
                        .groupBy(open.customerId()));
    }

    /** The average payment delay over six rolling months, as in the facts of customers. */
    private static Table<?> paid(Slice slice, LocalDate asOf) {
        var company = slice.company();
        var amount = CurrencyFactors.inCompanyCurrency(ITEM.ORIGINAL_AMOUNT, company);
        var begin = asOf.minusMonths(6);
        return select(
                        ITEM.CUSTOMER_ID.as("customer_id"),
                        sum(amount.mul(localDateDiff(ITEM.CLEARED_ON, ITEM.DUE_DATE)))
                                .div(nullif(sum(amount), BigDecimal.ZERO))
                                .as("usual"))
                .from(ITEM)
                .join(CurrencyFactors.asOf(company, asOf))
                .on(CurrencyFactors.CURRENCY.eq(ITEM.CURRENCY))
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.COMPANY_ID.eq(company.id()))
                // Follows from the date of clearing; it is what the index knows.
                .and(ITEM.OPEN_UNTIL.gt(begin))
                .and(ITEM.KIND.eq(inline(ItemKind.INVOICE.name())))
                .and(ITEM.CLEARED_ON.gt(begin))
                .and(ITEM.CLEARED_ON.le(asOf))
                .and(slice.holds(ITEM.CUSTOMER_ID, ITEM.ID))
                .groupBy(ITEM.CUSTOMER_ID)
                .asTable("paid");
    }

    private static Field<BigDecimal> amount(String column) {
        return field(name("owing", column), SQLDataType.NUMERIC);
    }
}
