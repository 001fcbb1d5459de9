package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What an ageing is asked.
 *
 * @param asOf the end of this day is looked at
 * @param kinds kinds of items that count; empty for all
 * @param customer code of the only customer to look at; null for all
 */
record AgeingQuestion(
        Company company,
        LocalDate asOf,
        Credits credits,
        Set<ItemKind> kinds,
        @Nullable String customer) {
    AgeingQuestion {
        kinds = Set.copyOf(kinds);
    }

    List<Bucket> buckets() {
        return Bucket.all(company.ageingBrackets(), credits);
    }

    OpenAsOf open() {
        return new OpenAsOf(company, asOf, ofKinds().and(ofCustomer(company, customer)));
    }

    /** On {@code item_period}: of the customer with this code; everything for null. */
    static Condition ofCustomer(Company company, @Nullable String code) {
        return code == null ? noCondition() : ITEM_PERIOD.CUSTOMER_ID.in(idOf(company, code));
    }

    static org.jooq.Select<org.jooq.Record1<io.dunlin.ledger.CustomerId>> idOf(Company company, String code) {
        return select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.COMPANY_ID.eq(company.id()))
                .and(CUSTOMER.CODE_KEY.eq(code.strip().toUpperCase(Locale.ROOT)));
    }

    private Condition ofKinds() {
        return kinds.isEmpty()
                ? noCondition()
                : ITEM_PERIOD.KIND.in(kinds.stream().map(ItemKind::name).toList());
    }
}
