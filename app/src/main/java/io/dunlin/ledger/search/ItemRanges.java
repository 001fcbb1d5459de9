package io.dunlin.ledger.search;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.tenancy.tables.Company.COMPANY;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import io.dunlin.ledger.ItemIdentity;
import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where in the index of identities the items lie whose number or unique identifier begins as typed: for every company one
 * range of unique identifiers and one of numbers for each year that it has items of.
 */
@Component
class ItemRanges {
    private final DSLContext sql;

    ItemRanges(DSLContext sql) {
        this.sql = sql;
    }

    /** Identities from {@code low} on, below {@code high}. */
    record Range(CompanyId company, String low, String high) {}

    List<Range> of(String typed) {
        var first = identity(min(ITEM.IDENTITY));
        var last = identity(max(ITEM.IDENTITY));
        var ranges = new ArrayList<Range>();
        sql.select(COMPANY.ID, first, last)
                .from(COMPANY)
                .where(COMPANY.TENANT_ID.eq(CurrentTenant.id()))
                .forEach(row -> ItemIdentity.beginnings(typed, row.get(first), row.get(last))
                        .forEach(beginning -> ranges.add(new Range(row.get(COMPANY.ID), beginning, after(beginning)))));
        return ranges;
    }

    /** The end of the range of all texts with this beginning, in the order of their bytes. */
    static String after(String beginning) {
        return beginning + Character.toString(Character.MAX_CODE_POINT);
    }

    /** Of those that have a number: the smallest and the greatest tell the years. */
    private static Field<@Nullable String> identity(Field<String> which) {
        return select(which)
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.COMPANY_ID.eq(COMPANY.ID))
                .and(ITEM.IDENTITY.ge("N:"))
                .and(ITEM.IDENTITY.lt("N;"))
                .asField();
    }
}
