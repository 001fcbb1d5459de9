package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.tenancy.tables.Company.COMPANY;
import static java.math.BigDecimal.ZERO;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.choose;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Scope;
import io.dunlin.criteria.Subject;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.TableField;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the customer owes and how it pays: the facts that are kept for each customer, in the company's currency. */
@Component
@Order(2)
class CustomerFigures implements IndicatorSource {
    private static final String BALANCES = "balances";
    private static final String BEHAVIOUR = "behaviour";
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    @Override
    public List<Indicator> indicators() {
        return List.of(
                amount(BALANCES, "receivable", CUSTOMER_FACT.RECEIVABLE),
                amount(BALANCES, "notDue", CUSTOMER_FACT.NOT_DUE),
                amount(BALANCES, "overdue", CUSTOMER_FACT.OVERDUE),
                of(BALANCES, "overduePercent", Kind.PERCENT, CustomerFigures::overduePercent),
                of(BALANCES, "openItems", Kind.COUNT, scope -> scope.of(CUSTOMER_FACT.OPEN_ITEMS)),
                of(BALANCES, "oldest", Kind.DAYS, CustomerFigures::oldestOverdue),
                amount(BALANCES, "sales", CUSTOMER_FACT.SALES_12_MONTHS),
                amount(BALANCES, "exposure", CUSTOMER_FACT.LARGEST_EXPOSURE),
                present("overdueLong", CustomerFigures::overdueLong),
                present("credits", scope -> scope.of(CUSTOMER_FACT.CREDITS)),
                present("orderBacklog", scope -> scope.of(CUSTOMER_FACT.ORDER_BACKLOG)),
                of(BEHAVIOUR, "delay", Kind.DAYS, scope -> scope.of(CUSTOMER_FACT.AVERAGE_DELAY)),
                of(BEHAVIOUR, "lastPayment", Kind.DATE, scope -> scope.of(CUSTOMER_FACT.LAST_PAYMENT_DATE)));
    }

    /** Unknown where nothing is receivable. */
    private static Field<?> overduePercent(Scope scope) {
        return scope.of(CUSTOMER_FACT.OVERDUE).mul(val(HUNDRED)).div(nullif(scope.of(CUSTOMER_FACT.RECEIVABLE), ZERO));
    }

    /** Days since the oldest due date that has passed; unknown where nothing is overdue. */
    private static Field<?> oldestOverdue(Scope scope) {
        var due = scope.of(CUSTOMER_FACT.OLDEST_DUE_DATE);
        return when(due.lt(scope.today()), localDateDiff(val(scope.today()), due));
    }

    /** What is overdue beyond the last limit of the company's ageing: the band behind as many as there are limits. */
    private static Field<?> overdueLong(Scope scope) {
        return choose(cardinality(scope.of(COMPANY.AGEING_BRACKETS)))
                .when(1, scope.of(CUSTOMER_FACT.OVERDUE_2))
                .when(2, scope.of(CUSTOMER_FACT.OVERDUE_3))
                .when(3, scope.of(CUSTOMER_FACT.OVERDUE_4))
                .when(4, scope.of(CUSTOMER_FACT.OVERDUE_5))
                .otherwise(scope.of(CUSTOMER_FACT.OVERDUE_6));
    }

    /** Of which no earlier values are kept. */
    private static Indicator present(String name, Function<Scope, Field<?>> value) {
        return Indicator.of(
                "customer." + name, Subject.CUSTOMER, Kind.AMOUNT, BALANCES, "ledger.customers.column." + name, value);
    }

    private static Indicator amount(String section, String name, TableField<?, BigDecimal> column) {
        return of(section, name, Kind.AMOUNT, scope -> scope.of(column));
    }

    private static Indicator of(String section, String name, Kind kind, Function<Scope, Field<?>> value) {
        return Indicator.of(
                        "customer." + name, Subject.CUSTOMER, kind, section, "ledger.customers.column." + name, value)
                .withPast(PastFacts.of(value));
    }
}
