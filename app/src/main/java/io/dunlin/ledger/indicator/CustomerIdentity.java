package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.Indicator.Shortcut;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Subject;
import java.util.List;
import org.jooq.TableField;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who the customer is. */
@Component
@Order(1)
class CustomerIdentity implements IndicatorSource {
    private static final String IDENTITY = "identity";
    private static final String TERMS = "terms";

    private static final Shortcut IN_SEARCH_KEY = new Shortcut.Within(scope -> scope.of(CUSTOMER.SEARCH_KEY));

    private final SeenValues seen;

    CustomerIdentity(SeenValues seen) {
        this.seen = seen;
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                text(IDENTITY, "code", CUSTOMER.CODE).withShortcut(IN_SEARCH_KEY),
                text(IDENTITY, "name", CUSTOMER.NAME)
                        .withShortcut(new Shortcut.Kept(scope -> scope.of(CUSTOMER.NAME_KEY))),
                text(IDENTITY, "tradingName", CUSTOMER.TRADING_NAME),
                text(IDENTITY, "legalId", CUSTOMER.LEGAL_ID),
                text(IDENTITY, "vatNumber", CUSTOMER.VAT_NUMBER),
                text(IDENTITY, "parentNumber", CUSTOMER.PARENT_NUMBER),
                text(IDENTITY, "businessLine", CUSTOMER.BUSINESS_LINE),
                text(IDENTITY, "website", CUSTOMER.WEBSITE),
                text(IDENTITY, "address", CUSTOMER.ADDRESS),
                text(IDENTITY, "postBox", CUSTOMER.POST_BOX),
                text(IDENTITY, "zip", CUSTOMER.ZIP),
                text(IDENTITY, "city", CUSTOMER.CITY),
                text(IDENTITY, "state", CUSTOMER.STATE),
                choice(IDENTITY, "country", CUSTOMER.COUNTRY),
                choice(IDENTITY, "language", CUSTOMER.LANGUAGE),
                text(IDENTITY, "comment", CUSTOMER.COMMENT),
                text(TERMS, "paymentTerms", CUSTOMER.PAYMENT_TERMS),
                text(TERMS, "paymentMeans", CUSTOMER.PAYMENT_MEANS),
                Indicator.of(
                        "customer.blocked",
                        Subject.CUSTOMER,
                        Kind.FLAG,
                        TERMS,
                        "ledger.customers.blocked",
                        scope -> scope.of(CUSTOMER.BLOCKED)));
    }

    private static Indicator text(String section, String name, TableField<?, String> column) {
        return of(section, name, Kind.TEXT, column);
    }

    private Indicator choice(String section, String name, TableField<?, String> column) {
        return of(section, name, Kind.CHOICE, column).withChoices(() -> seen.of(column));
    }

    private static Indicator of(String section, String name, Kind kind, TableField<?, String> column) {
        return Indicator.of(
                "customer." + name,
                Subject.CUSTOMER,
                kind,
                section,
                "ledger.customers.column." + name,
                scope -> scope.of(column));
    }
}
