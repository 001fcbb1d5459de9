package io.dunlin.ledger;

import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;

/** Where a statement has what the delay of a profile is made of: facts of a customer, or sums as of another day. */
public record DelayColumns(
        Field<Integer> items,
        Field<BigDecimal> weighted,
        Field<BigDecimal> amount,
        Field<Integer> unpaidItems,
        Field<BigDecimal> unpaidWeighted,
        Field<BigDecimal> unpaidAmount) {
    /** A column of the facts as a statement has it, such as of a table under another name. */
    public interface Facts {
        <T> Field<T> of(TableField<?, T> column);
    }

    public static DelayColumns of(Facts facts) {
        return new DelayColumns(
                facts.of(CUSTOMER_FACT.DELAY_ITEMS),
                facts.of(CUSTOMER_FACT.DELAY_WEIGHTED),
                facts.of(CUSTOMER_FACT.DELAY_AMOUNT),
                facts.of(CUSTOMER_FACT.UNPAID_ITEMS),
                facts.of(CUSTOMER_FACT.UNPAID_WEIGHTED),
                facts.of(CUSTOMER_FACT.UNPAID_AMOUNT));
    }

    static DelayColumns ofFacts() {
        return new DelayColumns(
                CUSTOMER_FACT.DELAY_ITEMS,
                CUSTOMER_FACT.DELAY_WEIGHTED,
                CUSTOMER_FACT.DELAY_AMOUNT,
                CUSTOMER_FACT.UNPAID_ITEMS,
                CUSTOMER_FACT.UNPAID_WEIGHTED,
                CUSTOMER_FACT.UNPAID_AMOUNT);
    }

    /** The same on a later day, nothing having happened since: what is unpaid has grown older. */
    public DelayColumns grown(Field<LocalDate> from, LocalDate until) {
        return new DelayColumns(
                items, weighted, amount, unpaidItems, grown(unpaidWeighted, unpaidAmount, from, until), unpaidAmount);
    }

    static Field<BigDecimal> grown(
            Field<BigDecimal> weighted, Field<BigDecimal> amount, Field<LocalDate> from, LocalDate until) {
        return weighted.plus(amount.mul(localDateDiff(val(until), from)));
    }

    List<Field<?>> all() {
        return List.of(items, weighted, amount, unpaidItems, unpaidWeighted, unpaidAmount);
    }

    DelayFigures read(Record row) {
        return new DelayFigures(
                row.get(items),
                row.get(weighted),
                row.get(amount),
                row.get(unpaidItems),
                row.get(unpaidWeighted),
                row.get(unpaidAmount));
    }
}
