package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.dunlin.ledger.ItemList.InCurrency;
import io.dunlin.ledger.ItemMatches.Matching;
import io.dunlin.tenancy.Company;
import java.time.Clock;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** What the items of a list add up to: each currency by itself, memo items apart. */
final class ItemTotals {
    private final DSLContext sql;
    private final Clock clock;

    ItemTotals(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param most items that are looked at; of more only this is known */
    ItemList.Totals of(Company company, Matching matching, long most) {
        var found = found(matching, most);
        var currency = of(found, ITEM.CURRENCY);
        var isMemo = field(name("found", "is_memo"), Boolean.class);
        var open = of(found, ITEM.OPEN_AMOUNT);
        var parts = sql.select(
                        currency,
                        isMemo,
                        count(),
                        sum(of(found, ITEM.ORIGINAL_AMOUNT)),
                        sum(open),
                        sum(CurrencyFactors.inCompanyCurrency(open, company)))
                .from(found)
                .leftJoin(CurrencyFactors.asOf(company, company.today(clock)))
                .on(CurrencyFactors.CURRENCY.eq(currency))
                .groupBy(currency, isMemo)
                .orderBy(isMemo, currency)
                .fetch(row -> new InCurrency(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
        var totals = ItemList.Totals.of(parts);
        return totals.items() > most ? ItemList.Totals.cut(most) : totals;
    }

    private static Table<?> found(Matching matching, long most) {
        var isMemo = field(ITEM.KIND.eq(inline(ItemKind.DOWN_PAYMENT_REQUEST.name())));
        var rows = select(ITEM.CURRENCY, isMemo.as("is_memo"), ITEM.ORIGINAL_AMOUNT, ITEM.OPEN_AMOUNT)
                .from(matching.from())
                .where(matching.condition());
        return most == Long.MAX_VALUE
                ? rows.asTable("found")
                : rows.limit(most + 1).asTable("found");
    }

    private static <T> Field<T> of(Table<?> found, Field<T> column) {
        return Objects.requireNonNull(found.field(column));
    }
}
