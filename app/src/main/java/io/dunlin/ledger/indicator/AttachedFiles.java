package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.Attachment.ATTACHMENT;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.stringAgg;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.Indicator.Shortcut;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Scope;
import io.dunlin.criteria.Subject;
import io.dunlin.ledger.tables.Attachment;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The files that lie with an item, such as the invoice itself, or with a customer. */
@Component
@Order(7)
class AttachedFiles implements IndicatorSource {
    private static final Attachment FILE = ATTACHMENT.as("asked");

    @Override
    public List<Indicator> indicators() {
        return Stream.of(
                        of(
                                Subject.CUSTOMER,
                                scope -> FILE.CUSTOMER_ID
                                        .eq(scope.of(CUSTOMER.ID))
                                        .and(FILE.ITEM_ID.isNull())),
                        of(Subject.ITEM, scope -> FILE.ITEM_ID.eq(scope.of(ITEM.ID))))
                .flatMap(List::stream)
                .toList();
    }

    /** @param isOf which files are those of the row */
    private static List<Indicator> of(Subject subject, Function<Scope, Condition> isOf) {
        return List.of(
                indicator(subject, "hasFile", Kind.FLAG, scope -> field(has(scope, isOf))),
                indicator(subject, "fileNames", Kind.TEXT, scope -> names(scope, isOf))
                        .withShortcut(new Shortcut.Known(scope -> has(scope, isOf))));
    }

    private static Indicator indicator(Subject subject, String name, Kind kind, Function<Scope, Field<?>> value) {
        return Indicator.of(
                subject.code() + "." + name,
                subject,
                kind,
                "identity",
                "ledger.indicator." + subject.code() + "." + name,
                value);
    }

    private static Condition has(Scope scope, Function<Scope, Condition> isOf) {
        return exists(selectOne()
                .from(FILE)
                .where(FILE.TENANT_ID.eq(CurrentTenant.id()))
                .and(isOf.apply(scope)));
    }

    /** In the order of the alphabet; null where there is none. */
    private static Field<?> names(Scope scope, Function<Scope, Condition> isOf) {
        return field(select(stringAgg(FILE.FILE_NAME, ", ").orderBy(FILE.FILE_NAME))
                .from(FILE)
                .where(FILE.TENANT_ID.eq(CurrentTenant.id()))
                .and(isOf.apply(scope)));
    }
}
