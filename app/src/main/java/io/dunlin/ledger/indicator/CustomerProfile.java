package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.Indicator.Value;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Subject;
import io.dunlin.ledger.DelayColumns;
import io.dunlin.ledger.PaymentProfile;
import io.dunlin.ledger.PaymentProfiles;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The payment profile of the customer: a grade whose scale the tenant made, unknown where it has no history. */
@Component
@Order(3)
class CustomerProfile implements IndicatorSource {
    private final PaymentProfiles profiles;

    CustomerProfile(PaymentProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public List<Indicator> indicators() {
        var rules = profiles.now();
        var choices = rules.profiles().stream()
                .map(profile -> new Choice(profile.code(), profile.name()))
                .toList();
        return List.of(new Indicator(
                        PaymentProfiles.INDICATOR,
                        Subject.CUSTOMER,
                        Kind.GRADE,
                        "behaviour",
                        "ledger.profiles.profile",
                        new Value.One(scope -> rules.code(rules.delay(DelayColumns.of(scope::of)))),
                        rules.profiles().reversed().stream()
                                .map(PaymentProfile::code)
                                .toList())
                .withChoices(() -> choices)
                .withPast(PastFacts.of(scope -> rules.code(
                        rules.delay(DelayColumns.of(scope::of).grown(scope.of(CUSTOMER_FACT.AS_OF), scope.today()))))));
    }
}
