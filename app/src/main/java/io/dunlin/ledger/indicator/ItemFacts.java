package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.Item.ITEM;
import static java.util.function.Function.identity;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.Indicator.Shortcut;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Scope;
import io.dunlin.criteria.Subject;
import io.dunlin.ledger.ExchangeRates;
import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.Companies;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One item: what it is, when it is due, how much of it is open, in its own currency. */
@Component
@Order(6)
class ItemFacts implements IndicatorSource {
    private final ExchangeRates rates;
    private final Companies companies;

    ItemFacts(ExchangeRates rates, Companies companies) {
        this.rates = rates;
        this.companies = companies;
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                text("number", ITEM.NUMBER),
                text("uniqueId", ITEM.UNIQUE_ID),
                of("identity", "kind", Kind.CHOICE, scope -> scope.of(ITEM.KIND))
                        .withChoices(ItemFacts::kinds),
                text("sourceType", ITEM.SOURCE_TYPE),
                text("purchaseOrder", ITEM.PURCHASE_ORDER),
                text("fileNumber", ITEM.FILE_NUMBER),
                text("businessCase", ITEM.BUSINESS_CASE),
                text("salesManager", ITEM.SALES_MANAGER),
                text("salesAdministration", ITEM.SALES_ADMINISTRATION),
                of("amounts", "currency", Kind.CHOICE, scope -> scope.of(ITEM.CURRENCY))
                        .withChoices(this::currencies),
                of("amounts", "originalAmount", Kind.AMOUNT, scope -> scope.of(ITEM.ORIGINAL_AMOUNT)),
                of("amounts", "originalAmountNet", Kind.AMOUNT, scope -> scope.of(ITEM.ORIGINAL_AMOUNT_NET)),
                of("amounts", "openAmount", Kind.AMOUNT, scope -> scope.of(ITEM.OPEN_AMOUNT)),
                of("amounts", "openAmountNet", Kind.AMOUNT, ItemFacts::openNet),
                of("amounts", "cleared", Kind.FLAG, ItemFacts::isCleared),
                of("dates", "issueDate", Kind.DATE, scope -> scope.of(ITEM.ISSUE_DATE)),
                of("dates", "dueDate", Kind.DATE, scope -> scope.of(ITEM.DUE_DATE)),
                of("dates", "orderDate", Kind.DATE, scope -> scope.of(ITEM.ORDER_DATE)),
                of("dates", "clearedOn", Kind.DATE, scope -> scope.of(ITEM.CLEARED_ON)),
                of("dates", "daysOverdue", Kind.DAYS, ItemFacts::daysOverdue)
                        .withShortcut(new Shortcut.Known(ItemFacts::isOpen)));
    }

    private static List<Choice> kinds() {
        return Arrays.stream(ItemKind.values())
                .map(kind -> new Choice(kind.name(), "ledger.kind." + kind.name()))
                .toList();
    }

    /** Those that have a rate, and those of the companies: nobody looks through a million items for the others. */
    private List<Choice> currencies() {
        return Stream.of(
                        Stream.of("EUR"),
                        rates.latest().stream().map(latest -> latest.rate().currency()),
                        companies.all().stream()
                                .map(company -> company.currency().getCurrencyCode()))
                .flatMap(identity())
                .distinct()
                .sorted()
                .map(code -> new Choice(code, code))
                .toList();
    }

    /** The same share of the amount without tax as is open of the whole, to the scale of amounts; unknown without an amount without tax. */
    private static Field<?> openNet(Scope scope) {
        return round(
                scope.of(ITEM.ORIGINAL_AMOUNT_NET)
                        .mul(scope.of(ITEM.OPEN_AMOUNT))
                        .div(nullif(scope.of(ITEM.ORIGINAL_AMOUNT), BigDecimal.ZERO)),
                ITEM.OPEN_AMOUNT.getDataType().scale());
    }

    private static Field<?> isCleared(Scope scope) {
        return field(scope.of(ITEM.CLEARED_ON).isNotNull());
    }

    /** Days since the due date, negative before it; unknown once the item is cleared. */
    private static Field<?> daysOverdue(Scope scope) {
        return when(scope.of(ITEM.CLEARED_ON).isNull(), localDateDiff(val(scope.today()), scope.of(ITEM.DUE_DATE)));
    }

    /** As the index on the ends of items understands it. */
    private static Condition isOpen(Scope scope) {
        return scope.of(ITEM.OPEN_UNTIL).eq(cast(inline("infinity"), SQLDataType.LOCALDATE));
    }

    private static Indicator text(String name, TableField<?, String> column) {
        return of("identity", name, Kind.TEXT, scope -> scope.of(column));
    }

    private static Indicator of(String section, String name, Kind kind, Function<Scope, Field<?>> value) {
        return Indicator.of("item." + name, Subject.ITEM, kind, section, "ledger.indicator.item." + name, value);
    }
}
