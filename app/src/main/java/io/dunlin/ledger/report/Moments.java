package io.dunlin.ledger.report;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import io.dunlin.ledger.CurrencyFactors;
import io.dunlin.tenancy.Company;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Several days that one statement looks at, and what each currency that it met was worth on them.
 *
 * @param days the earliest first
 */
record Moments(Company company, List<LocalDate> days) {
    static final Field<LocalDate> DAY = field(name("moment", "day"), SQLDataType.LOCALDATE);

    /** 1 for the first day. */
    static final Field<Integer> PLACE = field(name("moment", "place"), SQLDataType.INTEGER);

    static final Name RATE = name("rate");

    /** As {@link CurrencyFactors#FACTOR}. */
    static final Field<BigDecimal> FACTOR = field(name("rate", "factor"), BigDecimal.class);

    private static final Field<LocalDate> RATE_DAY = field(name("rate", "day"), SQLDataType.LOCALDATE);
    private static final Field<String> RATE_CURRENCY = field(name("rate", "currency"), SQLDataType.CHAR(3));

    Table<?> table() {
        return unnest(val(days.toArray(LocalDate[]::new))).withOrdinality().as("moment", "day", "place");
    }

    /** The factor of each currency in the column {@code currency} of a common table expression, on each day. */
    CommonTableExpression<?> rates(String met) {
        var currency = field(name(met, "currency"), SQLDataType.CHAR(3));
        var currencies = selectDistinct(currency.as("currency")).from(name(met)).asTable("met");
        var code = field(name("met", "currency"), SQLDataType.CHAR(3));
        return RATE.fields("day", "currency", "factor")
                .asMaterialized(DSL.select(DAY, code, CurrencyFactors.factor(company, code, DAY))
                        .from(table())
                        .crossJoin(currencies));
    }

    /** The factor of a row of {@link #table()} with this currency; to be joined left. */
    static Condition matches(Field<String> currency) {
        return RATE_DAY.eq(DAY).and(RATE_CURRENCY.eq(currency));
    }
}
