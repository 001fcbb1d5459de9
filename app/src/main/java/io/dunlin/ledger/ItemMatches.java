package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.dunlin.criteria.BadCriteria;
import io.dunlin.criteria.SavedSearches;
import io.dunlin.criteria.Scope;
import io.dunlin.criteria.Selection;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import io.dunlin.kernel.SearchKey;
import io.dunlin.ledger.ItemFilter.Status;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** A filter of items as a condition over them, and what is beside them. */
@Component
public class ItemMatches {
    /** As the index on the ends of items understands it. */
    private static final Field<LocalDate> STILL = cast(inline("infinity"), SQLDataType.LOCALDATE);

    private final Selections selections;
    private final SavedSearches searches;
    private final Clock clock;

    public ItemMatches(Selections selections, SavedSearches searches, Clock clock) {
        this.selections = selections;
        this.searches = searches;
        this.clock = clock;
    }

    /**
     * The items of a company that fit.
     *
     * @param scope joins what else is asked for
     */
    record Matching(Scope scope, Condition condition) {
        /** Complete once all is asked for. */
        Table<?> from() {
            return scope.from();
        }
    }

    /** @throws BadCriteria with the place, where the criteria of the filter mean nothing */
    Matching of(Company company, ItemFilter filter) {
        var today = company.today(clock);
        var selection = filter.criteria().isEmpty()
                ? new Selection(selections.rows(ITEM, today), noCondition())
                : selections.over(ITEM, Subject.ITEM, searches.asked(Subject.ITEM, filter.criteria()), today);
        var scope = selection.scope();
        var condition = ITEM.TENANT_ID
                .eq(CurrentTenant.id())
                .and(ITEM.COMPANY_ID.eq(company.id()))
                .and(holds(filter.status(), today));
        for (var word : SearchKey.of(filter.text()).split(" ")) {
            if (!word.isEmpty()) {
                condition = condition.and(contains(word, company));
            }
        }
        if (!filter.choice().isAll()) {
            scope.need(CUSTOMER);
            condition = condition.and(filter.choice().holds());
        }
        return new Matching(scope, condition.and(selection.criteria()));
    }

    /** Items with what is beside them, for columns. */
    Scope items(Company company) {
        return selections.rows(ITEM, company.today(clock));
    }

    private static Condition holds(Status status, LocalDate today) {
        var open = ITEM.OPEN_UNTIL.eq(STILL);
        return switch (status) {
            case OPEN -> open;
            case OVERDUE ->
                open.and(ITEM.DUE_DATE.lt(today))
                        .and(ITEM.OPEN_AMOUNT.gt(BigDecimal.ZERO))
                        .and(ITEM.KIND.ne(inline(ItemKind.DOWN_PAYMENT_REQUEST.name())));
            case CLEARED -> ITEM.CLEARED_ON.isNotNull();
            case ALL -> noCondition();
        };
    }

    /** The customers that have the word are found once, not looked up for each item. */
    private static Condition contains(String word, Company company) {
        var named = CUSTOMER.as("named");
        return ITEM.NUMBER
                .containsIgnoreCase(word)
                .or(ITEM.UNIQUE_ID.containsIgnoreCase(word))
                .or(ITEM.PURCHASE_ORDER.containsIgnoreCase(word))
                .or(ITEM.CUSTOMER_ID.in(select(named.ID)
                        .from(named)
                        .where(named.TENANT_ID.eq(CurrentTenant.id()))
                        .and(named.COMPANY_ID.eq(company.id()))
                        .and(named.SEARCH_KEY.contains(word))));
    }
}
