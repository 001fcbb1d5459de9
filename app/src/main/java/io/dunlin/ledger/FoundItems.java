package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.dunlin.ledger.ItemMatches.Matching;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.web.TableRequest;
import java.time.Clock;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The items of a company that a filter finds: a page of them and the totals of all, a statement each. */
@Component
public class FoundItems {
    /** Adding up more takes longer than anybody wants to wait for the first page. */
    static final long MOST_COUNTED = 200_000;

    private static final int EXPORT_FETCH = 1_000;

    private static final Name PICKED = name("picked");
    private static final Field<Object> PLACE = field(PICKED.append("place"));

    private final DSLContext sql;
    private final ItemMatches matches;
    private final ItemListColumns columns;
    private final Clock clock;

    public FoundItems(DSLContext sql, ItemMatches matches, ItemListColumns columns, Clock clock) {
        this.sql = sql;
        this.matches = matches;
        this.columns = columns;
        this.clock = clock;
    }

    /**
     * One page; the oldest debt first where the request asks for no order, the latest of what is over. Of more than
     * {@value #MOST_COUNTED} items the totals are left out.
     */
    @Transactional(readOnly = true)
    public ItemList list(Company company, ItemFilter filter, TableRequest request) {
        return list(company, filter, request, MOST_COUNTED);
    }

    /** As {@link #list}, with the totals however many items there are. */
    @Transactional(readOnly = true)
    public ItemList whole(Company company, ItemFilter filter, TableRequest request) {
        return list(company, filter, request, Long.MAX_VALUE);
    }

    ItemList list(Company company, ItemFilter filter, TableRequest request, long most) {
        var lines = lines(company, request);
        return new ItemList(
                select(company, filter, request, lines).fetch(lines::read),
                new ItemTotals(sql, clock).of(company, matches.of(company, filter), most));
    }

    /** All lines of the filtered set, one after the other, for a file. */
    @Transactional(readOnly = true)
    public void each(Company company, ItemFilter filter, TableRequest request, Consumer<ItemLine> reader) {
        var whole = new TableRequest(
                request.text(), request.sort(), request.descending(), 1, Integer.MAX_VALUE, request.columns());
        var lines = lines(company, request);
        try (var rows =
                select(company, filter, whole, lines).fetchSize(EXPORT_FETCH).fetchLazy()) {
            rows.forEach(row -> reader.accept(lines.read(row)));
        }
    }

    /** What the items of the filtered set add up to, by currency, however many there are. */
    @Transactional(readOnly = true)
    public ItemList.Totals totals(Company company, ItemFilter filter) {
        return new ItemTotals(sql, clock).of(company, matches.of(company, filter), Long.MAX_VALUE);
    }

    /** Whether the company has any item at all. */
    @Transactional(readOnly = true)
    public boolean hasAny(Company company) {
        return sql.fetchExists(ITEM, ITEM.TENANT_ID.eq(CurrentTenant.id()).and(ITEM.COMPANY_ID.eq(company.id())));
    }

    private ItemLines lines(Company company, TableRequest request) {
        return new ItemLines(company, matches.items(company), columns.further(request.columns()), columns);
    }

    private Select<? extends Record> select(Company company, ItemFilter filter, TableRequest request, ItemLines lines) {
        var matching = matches.of(company, filter);
        var order = ItemOrder.of(request, filter.status(), company, columns);
        var place = order.value().apply(matching.scope());
        // The rows of one page, found with as few tables as filter and order need.
        var picked = DSL.select(ITEM.ID, place.as(PLACE.getUnqualifiedName()))
                .from(order.isConverted() ? converted(matching, company) : matching.from())
                .where(matching.condition())
                .orderBy(order.by(place), ITEM.ID.asc())
                .limit(request.size())
                .offset(request.offset())
                .asTable(PICKED);
        return sql.select(lines.fields()).from(lines.of(picked)).orderBy(order.by(PLACE), ITEM.ID.asc());
    }

    /** The items with what one unit of their currency is worth; several processes of the server can look through them. */
    private Table<?> converted(Matching matching, Company company) {
        return matching.from()
                .leftJoin(CurrencyFactors.lookedUp(sql, company, company.today(clock)))
                .on(CurrencyFactors.CURRENCY.eq(ITEM.CURRENCY));
    }
}
