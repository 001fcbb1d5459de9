package io.dunlin.ledger;

import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.PaymentProfile.PAYMENT_PROFILE;
import static io.dunlin.ledger.tables.PaymentProfileRule.PAYMENT_PROFILE_RULE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.CriteriaText;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** The tenant's payment profiles. */
@Component
public class PaymentProfiles {
    /** Code of the indicator that customers are searched by. */
    public static final String INDICATOR = "customer.paymentProfile";

    private final DSLContext sql;

    public PaymentProfiles(DSLContext sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public ProfileRules now() {
        return sql.select(rules()).fetchSingle().value1();
    }

    /** Number of customers of a company by the code of their profile; under the empty text those without history. */
    @Transactional(readOnly = true)
    public Map<String, Long> customers(Company company, ProfileRules rules) {
        var code = coalesce(rules.code(rules.delay(DelayColumns.ofFacts())), inline(""));
        var number = count().cast(Long.class);
        return new HashMap<>(sql.select(code, number)
                .from(CUSTOMER_FACT)
                .where(CUSTOMER_FACT.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_FACT.COMPANY_ID.eq(company.id()))
                .groupBy(inline(1))
                .fetchMap(code, number));
    }

    /**
     * Address of the list of the chosen company's customers with a profile.
     *
     * @param code empty: those without history
     */
    public static String customersWith(String code) {
        var comparison = code.isEmpty() ? new Comparison.Empty() : new Comparison.OneOf(List.of(code));
        return UriComponentsBuilder.fromPath("/customers")
                .queryParam("c", "{criteria}")
                .encode()
                .buildAndExpand(CriteriaText.write(Criteria.Test.of(INDICATOR, comparison)))
                .toUriString();
    }

    /** All of it in one value, so that a statement about customers brings it along. */
    static Field<ProfileRules> rules() {
        return multiset(select(
                        multiset(select(PAYMENT_PROFILE.fields())
                                        .from(PAYMENT_PROFILE)
                                        .where(PAYMENT_PROFILE.TENANT_ID.eq(CurrentTenant.id())))
                                .convertFrom(rows -> Tiling.inOrder(rows.map(PaymentProfiles::profile))),
                        multiset(select(PAYMENT_PROFILE_RULE.FEWEST_INVOICES, PAYMENT_PROFILE_RULE.COUNTS_UNPAID)
                                        .from(PAYMENT_PROFILE_RULE)
                                        .where(PAYMENT_PROFILE_RULE.TENANT_ID.eq(CurrentTenant.id())))
                                .convertFrom(rows -> rows.isEmpty()
                                        ? ProfileRules.usual()
                                        : new ProfileRules(
                                                List.of(),
                                                rows.getFirst().value1(),
                                                rows.getFirst().value2()))))
                .convertFrom(
                        rows -> rules(rows.getFirst().value1(), rows.getFirst().value2()));
    }

    private static ProfileRules rules(List<PaymentProfile> own, ProfileRules rule) {
        return new ProfileRules(
                own.isEmpty() ? PaymentProfile.presets() : own, rule.fewestInvoices(), rule.countsUnpaid());
    }

    private static PaymentProfile profile(Record row) {
        return new PaymentProfile(
                row.get(PAYMENT_PROFILE.CODE),
                row.get(PAYMENT_PROFILE.NAME),
                row.get(PAYMENT_PROFILE.COMMENT),
                row.get(PAYMENT_PROFILE.COLOUR),
                new DayBand(
                        row.get(PAYMENT_PROFILE.LOWEST),
                        row.get(PAYMENT_PROFILE.HOLDS_LOWEST),
                        row.get(PAYMENT_PROFILE.HIGHEST),
                        row.get(PAYMENT_PROFILE.HOLDS_HIGHEST)),
                false);
    }
}
