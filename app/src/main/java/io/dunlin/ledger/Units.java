package io.dunlin.ledger;

import static org.jooq.impl.DSL.aggregate;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import io.dunlin.kernel.Money;
import io.dunlin.tenancy.Company;
import java.math.BigDecimal;
import org.jooq.AggregateFunction;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Amounts as whole numbers of the smallest units of a company's currency: exact, and fast to add up. */
final class Units {
    private Units() {}

    /** @param amount in the company's currency, rounded to its digits */
    static Field<Long> of(Field<BigDecimal> amount, Company company) {
        return amount.mul(inline(BigDecimal.ONE.movePointRight(Money.digits(company.currency()))))
                .cast(SQLDataType.BIGINT);
    }

    static AggregateFunction<Long> sum(Field<Long> units) {
        return aggregate(name("ledger", "sum_of_units"), SQLDataType.BIGINT, units);
    }

    static Field<BigDecimal> toAmount(Field<Long> units, Company company) {
        return units.cast(SQLDataType.NUMERIC)
                .mul(inline(BigDecimal.ONE.movePointLeft(Money.digits(company.currency()))));
    }
}
