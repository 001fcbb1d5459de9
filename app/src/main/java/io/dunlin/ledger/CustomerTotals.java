package io.dunlin.ledger;

import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static java.math.BigDecimal.ZERO;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.sum;

import io.dunlin.criteria.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;

/** What the lines of a list of customers add up to: over their facts, or over rows that hold the same columns. */
final class CustomerTotals {
    static final Name ALIAS = name("totals");
    private static final Field<Integer> CUSTOMERS = field(name(ALIAS, name("customers")), Integer.class);
    private static final Field<BigDecimal> RECEIVABLE = field(name(ALIAS, name("receivable")), BigDecimal.class);
    private static final Field<BigDecimal> OVERDUE = field(name(ALIAS, name("overdue")), BigDecimal.class);
    private static final Field<LocalDate> OLDEST = field(name(ALIAS, name("oldest")), LocalDate.class);
    private static final Field<BigDecimal> DELAY = field(name(ALIAS, name("delay")), BigDecimal.class);

    private final Table<?> rows;
    /** Of the columns besides the usual ones what is added up, by their keys. */
    private final Map<String, Field<?>> further;

    private CustomerTotals(Table<?> rows, Map<String, Field<?>> further) {
        this.rows = rows;
        this.further = further;
    }

    /** @param scope over facts */
    static CustomerTotals ofFacts(Scope scope, List<CustomerColumn> columns) {
        var further = new LinkedHashMap<String, Field<?>>();
        addingUp(columns)
                .forEach(column -> further.put(column.key(), column.value().apply(scope)));
        return new CustomerTotals(CUSTOMER_FACT, further);
    }

    /** @param found holds what {@link #parts} names */
    static CustomerTotals of(Table<?> found, List<CustomerColumn> columns) {
        var further = new LinkedHashMap<String, Field<?>>();
        addingUp(columns)
                .forEach(column ->
                        further.put(column.key(), field(found.getQualifiedName().append(part(column)))));
        return new CustomerTotals(found, further);
    }

    /** What the totals are made of, for rows that take the place of facts. */
    static List<Field<?>> parts(Scope scope, List<CustomerColumn> columns) {
        var parts = new ArrayList<Field<?>>(List.of(
                CUSTOMER_FACT.RECEIVABLE,
                CUSTOMER_FACT.OVERDUE,
                CUSTOMER_FACT.OLDEST_DUE_DATE,
                CUSTOMER_FACT.DELAY_WEIGHTED,
                CUSTOMER_FACT.DELAY_AMOUNT));
        addingUp(columns)
                .forEach(column -> parts.add(column.value().apply(scope).as(part(column))));
        return parts;
    }

    List<Field<?>> fields() {
        var weight = of(CUSTOMER_FACT.DELAY_AMOUNT);
        var fields = new ArrayList<Field<?>>(List.of(
                count().as(CUSTOMERS.getUnqualifiedName()),
                coalesce(sum(of(CUSTOMER_FACT.RECEIVABLE)), ZERO).as(RECEIVABLE.getUnqualifiedName()),
                coalesce(sum(of(CUSTOMER_FACT.OVERDUE)), ZERO).as(OVERDUE.getUnqualifiedName()),
                min(of(CUSTOMER_FACT.OLDEST_DUE_DATE)).as(OLDEST.getUnqualifiedName()),
                round(sum(of(CUSTOMER_FACT.DELAY_WEIGHTED)).div(nullif(sum(weight), ZERO)), 2)
                        .as(DELAY.getUnqualifiedName())));
        further.forEach(
                (key, value) -> fields.add(sum(value.coerce(BigDecimal.class)).as(name("sum_" + key))));
        return fields;
    }

    /** @param row with {@link #fields}, by name */
    CustomerList.Totals read(Record row) {
        var sums = new HashMap<String, Object>();
        further.keySet().forEach(key -> {
            var sum = row.get("sum_" + key, BigDecimal.class);
            if (sum != null) {
                sums.put(key, sum);
            }
        });
        return new CustomerList.Totals(
                row.get(CUSTOMERS), row.get(RECEIVABLE), row.get(OVERDUE), row.get(OLDEST), row.get(DELAY), sums);
    }

    private <T> Field<T> of(Field<T> column) {
        return Objects.requireNonNull(rows.field(column));
    }

    private static List<CustomerColumn> addingUp(List<CustomerColumn> columns) {
        return columns.stream().filter(CustomerColumn::addsUp).toList();
    }

    private static String part(CustomerColumn column) {
        return "part_" + column.key();
    }
}
