package io.dunlin.ledger.search;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.SearchNumber.SEARCH_NUMBER;
import static io.dunlin.tenancy.tables.Company.COMPANY;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.ItemId;
import io.dunlin.ledger.ItemIdentity;
import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.web.Page;
import io.dunlin.web.SearchHit;
import io.dunlin.web.SearchQuery;
import io.dunlin.web.SearchSource;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewers;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Row3;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Items of all companies by the beginning of their number or unique identifier, leading zeros included; the newest first. */
@Component
class ItemSource implements SearchSource {
    private final DSLContext sql;
    private final ItemRanges ranges;
    private final Viewers viewers;
    private final Texts texts;

    ItemSource(DSLContext sql, ItemRanges ranges, Viewers viewers, Texts texts) {
        this.sql = sql;
        this.ranges = ranges;
        this.viewers = viewers;
        this.texts = texts;
    }

    @Override
    public String textKey() {
        return "ledger.search.items";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Right right() {
        return Right.SEE_CUSTOMERS;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SearchHit> find(SearchQuery query, int most) {
        var typed = ItemIdentity.key(query.text());
        var numbers = Stream.concat(byIdentity(typed, most).stream(), byNumber(typed, most).stream())
                .distinct()
                .toList();
        if (numbers.isEmpty()) {
            return List.of();
        }
        var page = new Page(viewers.current(), texts, "", "", List.of());
        return sql
                .select(ITEM.fields())
                .select(CUSTOMER.NAME)
                .from(ITEM)
                .join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(ITEM.TENANT_ID))
                .and(CUSTOMER.ID.eq(ITEM.CUSTOMER_ID))
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.ID.in(numbers))
                .orderBy(ITEM.ISSUE_DATE.desc(), ITEM.ID.desc())
                .fetch(row -> hit(row, rank(row, typed), page))
                .stream()
                .filter(hit -> hit.rank() != SearchQuery.NONE)
                .sorted(Comparator.comparingInt(SearchHit::rank))
                .limit(most)
                .toList();
    }

    private List<ItemId> byIdentity(String typed, int most) {
        var wanted = ranges.of(typed).stream()
                .map(range -> row(
                        val(range.company(), COMPANY.ID),
                        val(range.low(), ITEM.IDENTITY),
                        val(range.high(), ITEM.IDENTITY)))
                .toArray(Row3[]::new);
        if (wanted.length == 0) {
            return List.of();
        }
        @SuppressWarnings("unchecked") // An array of a generic type cannot be made.
        var range = values((Row3<CompanyId, String, String>[]) wanted).as("range", "company", "low", "high");
        var found = lateral(select(ITEM.ID)
                        .from(ITEM)
                        .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                        .and(ITEM.COMPANY_ID.eq(range.field("company", COMPANY.ID.getDataType())))
                        .and(ITEM.IDENTITY.ge(range.field("low", String.class)))
                        .and(ITEM.IDENTITY.lt(range.field("high", String.class)))
                        .orderBy(ITEM.IDENTITY)
                        .limit(most))
                .as("found");
        return sql.select(found.field(ITEM.ID)).from(range, found).fetch(row -> row.value1());
    }

    /** Of companies that know their items by unique identifiers. */
    private List<ItemId> byNumber(String typed, int most) {
        return sql.select(SEARCH_NUMBER.ITEM_ID)
                .from(SEARCH_NUMBER)
                .where(SEARCH_NUMBER.TENANT_ID.eq(CurrentTenant.id()))
                .and(SEARCH_NUMBER.NUMBER.ge(typed))
                .and(SEARCH_NUMBER.NUMBER.lt(ItemRanges.after(typed)))
                .orderBy(SEARCH_NUMBER.NUMBER)
                .limit(most)
                .fetch(SEARCH_NUMBER.ITEM_ID);
    }

    /** As that of a query: 0 for the whole number, 3 for its beginning. The words of a number are not looked at one by one. */
    private static int rank(Record row, String typed) {
        var number = ItemIdentity.key(row.get(ITEM.NUMBER));
        var unique = row.get(ITEM.UNIQUE_ID) == null ? "" : ItemIdentity.key(row.get(ITEM.UNIQUE_ID));
        if (number.equals(typed) || unique.equals(typed)) {
            return 0;
        }
        return number.startsWith(typed) || unique.startsWith(typed) ? 3 : SearchQuery.NONE;
    }

    private static SearchHit hit(Record row, int rank, Page page) {
        var open = row.get(ITEM.CLEARED_ON) == null
                ? page.money(row.get(ITEM.OPEN_AMOUNT)) + " " + row.get(ITEM.CURRENCY)
                : page.text("ledger.item.cleared", page.date(row.get(ITEM.CLEARED_ON)));
        var detail = Stream.of(
                        page.text("ledger.kind." + row.get(ITEM.KIND)),
                        row.get(CUSTOMER.NAME),
                        row.get(ITEM.UNIQUE_ID),
                        page.date(row.get(ITEM.ISSUE_DATE)),
                        open)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return new SearchHit(row.get(ITEM.NUMBER), detail, "/items/" + row.get(ITEM.ID), "letter", rank);
    }
}
