package io.dunlin.ledger;

import static io.dunlin.ledger.tables.ExchangeRate.EXCHANGE_RATE;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.kernel.Money;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What one unit of each currency is worth in the currency of a company, as a derived table for joins.
 *
 * <p>Every sum over several currencies converts item by item with {@link #inCompanyCurrency} and adds up the rounded
 * amounts, so that parts add up to their whole. A currency without a rate up to the date has no factor: join with
 * {@code left join}, leave such items out of the sums and say how many there are.
 */
public final class CurrencyFactors {
    /** ISO 4217 code, of the type of {@code item.currency}. */
    public static final Field<String> CURRENCY = field(name("factors", "currency"), SQLDataType.CHAR(3));

    /** Units of the company's currency for one unit; exactly 1 for its own currency; null where there is no rate. */
    public static final Field<BigDecimal> FACTOR = field(name("factors", "factor"), SQLDataType.NUMERIC);

    /** The factors of {@link #onEach}. */
    public static final Field<BigDecimal[]> EACH =
            field(name("factors", "each"), SQLDataType.NUMERIC.getArrayDataType());

    private static final String[] CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .sorted()
            .toArray(String[]::new);

    private CurrencyFactors() {}

    /** The factors with the latest rates up to and including the date; columns {@link #CURRENCY} and {@link #FACTOR}. */
    public static Table<?> asOf(Company company, LocalDate date) {
        return asOf(company.currency(), date);
    }

    /** As {@link #asOf(Company, LocalDate)}, into any currency. */
    public static Table<?> asOf(Currency currency, LocalDate date) {
        var code = field(name("iso", "currency"), SQLDataType.VARCHAR);
        return select(
                        code.cast(SQLDataType.CHAR(3)).as(CURRENCY.getUnqualifiedName()),
                        factor(currency, code, val(date)).as(FACTOR.getUnqualifiedName()))
                .from(unnest(val(CODES)).as("iso", "currency"))
                // A fence: without it the planner may look up the rate again for every item.
                .offset(inline(0))
                .asTable("factors");
    }

    /**
     * As {@link #asOf(Company, LocalDate)}, with the factors looked up now and written into the statement. Several processes of
     * the server can work on one that joins these; currencies without a rate have no row.
     */
    static Table<?> lookedUp(DSLContext sql, Company company, LocalDate date) {
        var rows = sql.select(CURRENCY, FACTOR)
                .from(asOf(company, date))
                .where(FACTOR.isNotNull())
                .fetch(found -> row(
                        inline(found.value1()).cast(CURRENCY.getDataType()),
                        inline(found.value2()).cast(FACTOR.getDataType())));
        return DSL.values(rows.toArray(Row2[]::new)).as("factors", "currency", "factor");
    }

    /**
     * What one unit of each currency is worth on several days: columns {@link #CURRENCY} and {@link #EACH}.
     *
     * @param days the first of them is the first factor
     */
    public static Table<?> onEach(Company company, List<LocalDate> days) {
        var code = field(name("iso", "currency"), SQLDataType.VARCHAR);
        var day = field(name("moment", "day"), SQLDataType.LOCALDATE);
        return select(
                        code.cast(SQLDataType.CHAR(3)).as(CURRENCY.getUnqualifiedName()),
                        arrayAgg(factor(company, code, day))
                                .orderBy(field(name("moment", "place")))
                                .as(EACH.getUnqualifiedName()))
                .from(unnest(val(CODES)).as("iso", "currency"))
                .crossJoin(unnest(val(days.toArray(LocalDate[]::new)))
                        .withOrdinality()
                        .as("moment", "day", "place"))
                .groupBy(code)
                .asTable("factors");
    }

    /**
     * The factor of one currency on one day, for the few pairs of both that a statement has gathered: it looks up the rates for each
     * row.
     */
    public static Field<BigDecimal> factor(Company company, Field<String> currency, Field<LocalDate> date) {
        return factor(company.currency(), currency, date);
    }

    /** An amount of the joined item in company currency, rounded half up to the currency's digits; null without a rate. */
    public static Field<BigDecimal> inCompanyCurrency(Field<BigDecimal> amount, Company company) {
        return round(amount.mul(FACTOR), Money.digits(company.currency()));
    }

    private static Field<BigDecimal> factor(Currency into, Field<String> code, Field<LocalDate> date) {
        var own = val(into.getCurrencyCode());
        return when(code.eq(own), inline(BigDecimal.ONE))
                .otherwise(perEuro(own, date).div(perEuro(code, date)));
    }

    private static Field<BigDecimal> perEuro(Field<String> code, Field<LocalDate> date) {
        var published = DSL.field(select(EXCHANGE_RATE.PER_EURO)
                .from(EXCHANGE_RATE)
                .where(EXCHANGE_RATE.TENANT_ID.eq(CurrentTenant.id()))
                .and(EXCHANGE_RATE.CURRENCY.eq(code.cast(SQLDataType.CHAR(3))))
                .and(EXCHANGE_RATE.RATE_DATE.le(date))
                .orderBy(EXCHANGE_RATE.RATE_DATE.desc())
                .limit(1));
        return when(code.eq(inline("EUR")), inline(BigDecimal.ONE)).otherwise(published);
    }
}
