package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.Attachment.ATTACHMENT;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Scope;
import io.dunlin.criteria.Subject;
import io.dunlin.ledger.tables.Attachment;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether a file lies with an item, such as the invoice itself, or with a customer. */
@Component
@Order(7)
class AttachedFiles implements IndicatorSource {
    @Override
    public List<Indicator> indicators() {
        return List.of(
                of(Subject.CUSTOMER, (file, scope) -> file.CUSTOMER_ID
                        .eq(scope.of(CUSTOMER.ID))
                        .and(file.ITEM_ID.isNull())),
                of(Subject.ITEM, (file, scope) -> file.ITEM_ID.eq(scope.of(ITEM.ID))));
    }

    private static Indicator of(Subject subject, BiFunction<Attachment, Scope, Condition> isOf) {
        return Indicator.of(
                subject.code() + ".hasFile",
                subject,
                Kind.FLAG,
                "identity",
                "ledger.indicator." + subject.code() + ".hasFile",
                scope -> has(scope, isOf));
    }

    private static Field<?> has(Scope scope, BiFunction<Attachment, Scope, Condition> isOf) {
        var file = ATTACHMENT.as("asked");
        return field(exists(selectOne()
                .from(file)
                .where(file.TENANT_ID.eq(CurrentTenant.id()))
                .and(isOf.apply(file, scope))));
    }
}
