package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.CustomerOption.CUSTOMER_OPTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Subject;
import io.dunlin.ledger.CustomerOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The options of a customer, and how we score it ourselves. */
@Component
@Order(4)
class CustomerTreatment implements IndicatorSource {
    private static final String SECTION = "assignment";

    @Override
    public List<Indicator> indicators() {
        var score = Indicator.of(
                "customer.internalScore",
                Subject.CUSTOMER,
                Kind.SCORE,
                SECTION,
                "ledger.option.internalScore",
                scope -> scope.of(CUSTOMER_OPTION.INTERNAL_SCORE));
        return Stream.concat(Arrays.stream(CustomerOption.values()).map(CustomerTreatment::flag), Stream.of(score))
                .toList();
    }

    /** Off where it was never set. */
    private static Indicator flag(CustomerOption option) {
        return Indicator.of(
                "customer." + option.code(),
                Subject.CUSTOMER,
                Kind.FLAG,
                SECTION,
                option.textKey(),
                scope -> coalesce(scope.of(option.column()), inline(false)));
    }
}
