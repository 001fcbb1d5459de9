package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.dunlin.kernel.Money;
import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.DelayColumns;
import io.dunlin.ledger.ProfileRules;
import io.dunlin.tenancy.Company;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What each customer owed at the end of several days and which profile it had then; only customers of which anything counts.
 *
 * @param days the earliest first
 */
record BehaviourGrades(Company company, List<LocalDate> days, ProfileRules rules, Slice slice) {
    private static final String ALIAS = "graded";
    private static final String SPANS = BehaviourSpans.ALIAS;
    private static final String COUNTED = "counted";
    private static final String BEHAVIOUR = "behaviour";

    static final Field<CustomerId> CUSTOMER_ID = field(name(ALIAS, "customer_id"), CUSTOMER.ID.getDataType());
    static final Field<LocalDate> DAY = field(name(ALIAS, "day"), SQLDataType.LOCALDATE);

    /** 1 for the best profile; null: no history. */
    static final Field<Integer> RANK = field(name(ALIAS, "rank"), SQLDataType.INTEGER);

    static final Field<BigDecimal> WEIGHTED = field(name(ALIAS, "weighted"), SQLDataType.NUMERIC);
    static final Field<BigDecimal> WEIGHT = field(name(ALIAS, "weight"), SQLDataType.NUMERIC);
    static final Field<BigDecimal> RECEIVABLE = field(name(ALIAS, "receivable"), SQLDataType.NUMERIC);

    /** Open items in a currency without a rate on the day. */
    static final Field<BigDecimal> UNCONVERTED = field(name(ALIAS, "unconverted"), SQLDataType.NUMERIC);

    /** What {@link #table} reads. */
    List<CommonTableExpression<?>> expressions() {
        return List.of(
                new BehaviourSpans(company, days, slice).expression(), moments().rates(SPANS));
    }

    /** The grades, under the name that the columns above have. */
    Table<?> table() {
        var of = new DelayColumns(
                behaviour("paid", Integer.class),
                behaviour("paid_weighted", BigDecimal.class),
                behaviour("paid_amount", BigDecimal.class),
                behaviour("unpaid", Integer.class),
                behaviour("unpaid_weighted", BigDecimal.class),
                behaviour("unpaid_amount", BigDecimal.class));
        return select(
                        field(name(BEHAVIOUR, "customer_id"), CUSTOMER.ID.getDataType()),
                        behaviour("day", LocalDate.class),
                        behaviour("receivable", BigDecimal.class),
                        behaviour("unconverted", BigDecimal.class),
                        rules.rank(rules.delay(of)).as("rank"),
                        rules.weighted(of).as("weighted"),
                        rules.amount(of).as("weight"))
                .from(behaviour())
                // A fence: the rank is worked out once for a customer and day, not once for every sum that tells ranks
                // apart.
                .offset(inline(0))
                .asTable(ALIAS);
    }

    /** What a customer owed at the end of a period, and how it had paid up to then. */
    private Table<?> behaviour() {
        var amount = field(name(COUNTED, "amount"), BigDecimal.class);
        var number = field(name(COUNTED, "number"), SQLDataType.INTEGER);
        var weighted = field(name(COUNTED, "weighted"), BigDecimal.class);
        var isPaid = field(name(COUNTED, "is_paid"), SQLDataType.BOOLEAN).isTrue();
        var isKnown = amount.isNotNull();
        var isUnpaid =
                field(name(COUNTED, "is_unpaid"), SQLDataType.BOOLEAN).isTrue().and(isKnown);
        var zero = inline(BigDecimal.ZERO);
        return select(
                        field(name(COUNTED, "customer_id"), CUSTOMER.ID.getDataType())
                                .as("customer_id"),
                        field(name(COUNTED, "day"), SQLDataType.LOCALDATE).as("day"),
                        coalesce(sum(amount).filterWhere(isPaid.not()), zero).as("receivable"),
                        coalesce(sum(number).filterWhere(isPaid.not().and(isKnown.not())), zero)
                                .as("unconverted"),
                        coalesce(sum(number).filterWhere(isPaid.and(isKnown)), zero)
                                .as("paid"),
                        coalesce(sum(weighted).filterWhere(isPaid), zero).as("paid_weighted"),
                        coalesce(sum(amount).filterWhere(isPaid), zero).as("paid_amount"),
                        coalesce(sum(number).filterWhere(isUnpaid), zero).as("unpaid"),
                        coalesce(sum(weighted).filterWhere(isUnpaid), zero).as("unpaid_weighted"),
                        coalesce(sum(amount).filterWhere(isUnpaid), zero).as("unpaid_amount"))
                .from(counted())
                .groupBy(inline(1), inline(2))
                .asTable(BEHAVIOUR);
    }

    private Table<?> counted() {
        var factor = Moments.FACTOR;
        var amount = round(BehaviourSpans.AMOUNT.mul(factor), Money.digits(company.currency()));
        var days = when(BehaviourSpans.IS_PAID.isTrue(), BehaviourSpans.DAYS)
                .otherwise(localDateDiff(Moments.DAY, BehaviourSpans.DUE));
        return select(
                        BehaviourSpans.CUSTOMER,
                        Moments.DAY,
                        BehaviourSpans.IS_PAID,
                        field(BehaviourSpans.IS_OWED.isTrue().and(BehaviourSpans.DUE.lt(Moments.DAY)))
                                .as("is_unpaid"),
                        BehaviourSpans.NUMBER,
                        amount.as("amount"),
                        coalesce(BehaviourSpans.WEIGHTED, amount.mul(days)).as("weighted"))
                .from(moments().table())
                .join(DSL.table(name(SPANS)))
                .on(BehaviourSpans.OPENS.lt(Moments.PLACE), BehaviourSpans.CLOSES.ge(Moments.PLACE))
                .leftJoin(Moments.RATE)
                .on(Moments.matches(BehaviourSpans.CURRENCY))
                // A fence: the conversion is worked out once for a span and day, not once for every sum that counts it.
                .offset(inline(0))
                .asTable(COUNTED);
    }

    private Moments moments() {
        return new Moments(company, days);
    }

    private static <T> Field<T> behaviour(String column, Class<T> type) {
        return field(name(BEHAVIOUR, column), type);
    }
}
