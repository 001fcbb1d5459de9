package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;
import static org.jooq.impl.DSL.noCondition;

import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.Company;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;

/**
 * What an ageing is asked.
 *
 * @param asOf the end of this day is looked at
 * @param kinds kinds of items that count; empty for all
 * @param slice customers and items that count
 * @param by what a line stands for
 */
record AgeingQuestion(Company company, LocalDate asOf, Credits credits, Set<ItemKind> kinds, Slice slice, GroupBy by) {
    AgeingQuestion {
        kinds = Set.copyOf(kinds);
    }

    /** By customer. */
    AgeingQuestion(Company company, LocalDate asOf, Credits credits, Set<ItemKind> kinds, Slice slice) {
        this(company, asOf, credits, kinds, slice, GroupBy.BY_CUSTOMER);
    }

    List<Bucket> buckets() {
        return Bucket.all(company.ageingBrackets(), credits);
    }

    OpenAsOf open() {
        return new OpenAsOf(company, asOf, counts());
    }

    /** On {@code item_period}: of the kinds and the slice that the question is about. */
    Condition counts() {
        return ofKinds().and(slice.holds(ITEM_PERIOD.CUSTOMER_ID, ITEM_PERIOD.ITEM_ID));
    }

    private Condition ofKinds() {
        return kinds.isEmpty()
                ? noCondition()
                : ITEM_PERIOD.KIND.in(kinds.stream().map(ItemKind::name).toList());
    }
}
