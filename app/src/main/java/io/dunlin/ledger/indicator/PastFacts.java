package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.CustomerFactLog.CUSTOMER_FACT_LOG;
import static org.jooq.impl.DSL.trueCondition;

import io.dunlin.criteria.Past;
import io.dunlin.criteria.Scope;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Field;

/** Figures of customers on earlier days: what is worked out from their facts is worked out from the log in the same way. */
final class PastFacts {
    private PastFacts() {}

    /** @param value over columns of the facts that the log has too */
    static Past of(Function<Scope, Field<?>> value) {
        return new Past(
                CUSTOMER_FACT,
                Map.of(CUSTOMER_FACT, CUSTOMER_FACT_LOG),
                CUSTOMER_FACT_LOG.CUSTOMER_ID,
                CUSTOMER_FACT_LOG.AS_OF,
                CUSTOMER_FACT_LOG.AS_OF,
                value,
                scope -> trueCondition(),
                false);
    }
}
