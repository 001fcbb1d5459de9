package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.Debtor.DEBTOR;
import static io.dunlin.ledger.tables.DebtorFact.DEBTOR_FACT;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Scope;
import io.dunlin.criteria.Subject;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The legal person behind one or more customers; amounts in the tenant's currency. */
@Component
@Order(5)
class DebtorFigures implements IndicatorSource {
    private final SeenValues seen;

    DebtorFigures(SeenValues seen) {
        this.seen = seen;
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                of("identity", "name", Kind.TEXT, scope -> scope.of(DEBTOR.NAME)),
                of("identity", "country", Kind.CHOICE, scope -> scope.of(DEBTOR.COUNTRY))
                        .withChoices(() -> seen.of(DEBTOR.COUNTRY)),
                of("balances", "customers", Kind.COUNT, scope -> scope.of(DEBTOR_FACT.CUSTOMERS)),
                of("balances", "receivable", Kind.AMOUNT, scope -> scope.of(DEBTOR_FACT.RECEIVABLE)),
                of("balances", "overdue", Kind.AMOUNT, scope -> scope.of(DEBTOR_FACT.OVERDUE)),
                of("balances", "exposure", Kind.AMOUNT, scope -> scope.of(DEBTOR_FACT.LARGEST_EXPOSURE)),
                of("behaviour", "delay", Kind.DAYS, scope -> scope.of(DEBTOR_FACT.AVERAGE_DELAY)));
    }

    private static Indicator of(String section, String name, Kind kind, Function<Scope, Field<?>> value) {
        return Indicator.of("debtor." + name, Subject.DEBTOR, kind, section, "ledger.indicator.debtor." + name, value);
    }
}
