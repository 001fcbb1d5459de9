package io.dunlin.ledger;

import static io.dunlin.ledger.tables.ExchangeRate.EXCHANGE_RATE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Units of each currency for one euro, by day. */
@Component
public class ExchangeRates {
    private final DSLContext sql;

    public ExchangeRates(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param currency ISO 4217, not EUR
     * @param perEuro units of the currency for one euro, positive
     */
    public record Rate(String currency, LocalDate on, BigDecimal perEuro) {}

    /** The latest rate of a currency, and how many days there are. */
    public record Latest(Rate rate, int days) {}

    /** One for each currency, by code. */
    @Transactional(readOnly = true)
    public List<Latest> latest() {
        var days = count().over().partitionBy(EXCHANGE_RATE.CURRENCY);
        return sql.select(EXCHANGE_RATE.CURRENCY, EXCHANGE_RATE.RATE_DATE, EXCHANGE_RATE.PER_EURO, days)
                .distinctOn(EXCHANGE_RATE.CURRENCY)
                .from(EXCHANGE_RATE)
                .where(EXCHANGE_RATE.TENANT_ID.eq(CurrentTenant.id()))
                .orderBy(EXCHANGE_RATE.CURRENCY, EXCHANGE_RATE.RATE_DATE.desc())
                .fetch(row -> new Latest(new Rate(row.value1(), row.value2(), row.value3()), row.value4()));
    }

    /** Adds the rates and replaces those of the same currency and day. No two of them may have both. Answers how many were new or different. */
    @Transactional
    public int save(List<Rate> rates) {
        // Three columns side by side, joined by position: one statement for any number of rates.
        var currency = unnest(rates.stream().map(Rate::currency).toArray(String[]::new))
                .withOrdinality()
                .as("c", "value", "n");
        var day = unnest(rates.stream().map(Rate::on).toArray(LocalDate[]::new))
                .withOrdinality()
                .as("d", "value", "n");
        var rate = unnest(rates.stream().map(Rate::perEuro).toArray(BigDecimal[]::new))
                .withOrdinality()
                .as("r", "value", "n");
        var n = SQLDataType.BIGINT;
        return sql.insertInto(
                        EXCHANGE_RATE,
                        EXCHANGE_RATE.TENANT_ID,
                        EXCHANGE_RATE.CURRENCY,
                        EXCHANGE_RATE.RATE_DATE,
                        EXCHANGE_RATE.PER_EURO)
                .select(select(
                                val(CurrentTenant.id(), EXCHANGE_RATE.TENANT_ID),
                                field(name("c", "value"), SQLDataType.CHAR(3)),
                                field(name("d", "value"), SQLDataType.LOCALDATE),
                                field(name("r", "value"), SQLDataType.NUMERIC))
                        .from(currency)
                        .join(day)
                        .on(field(name("d", "n"), n).eq(field(name("c", "n"), n)))
                        .join(rate)
                        .on(field(name("r", "n"), n).eq(field(name("c", "n"), n))))
                .onConflict(EXCHANGE_RATE.TENANT_ID, EXCHANGE_RATE.CURRENCY, EXCHANGE_RATE.RATE_DATE)
                .doUpdate()
                .set(EXCHANGE_RATE.PER_EURO, excluded(EXCHANGE_RATE.PER_EURO))
                .where(EXCHANGE_RATE.PER_EURO.ne(excluded(EXCHANGE_RATE.PER_EURO)))
                .execute();
    }

    /** Those of the rates that are there with the same currency, day and value. */
    @Transactional
    public void remove(List<Rate> rates) {
        sql.deleteFrom(EXCHANGE_RATE)
                .where(EXCHANGE_RATE.TENANT_ID.eq(CurrentTenant.id()))
                .and(row(EXCHANGE_RATE.CURRENCY, EXCHANGE_RATE.RATE_DATE, EXCHANGE_RATE.PER_EURO)
                        .in(rates.stream()
                                .map(rate -> row(rate.currency(), rate.on(), rate.perEuro()))
                                .toList()))
                .execute();
    }
}
