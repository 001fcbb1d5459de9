package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.Contact.CONTACT;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Scope;
import io.dunlin.criteria.Subject;
import io.dunlin.ledger.tables.Contact;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether there is somebody to write to or to call about what is due. */
@Component
@Order(3)
class CollectionContacts implements IndicatorSource {
    @Override
    public List<Indicator> indicators() {
        return List.of(
                of("collectionContact", contact -> trueCondition()),
                of("collectionEmail", contact -> contact.EMAIL.isNotNull()),
                of("collectionMobile", contact -> contact.MOBILE.isNotNull()));
    }

    private static Indicator of(String name, Function<Contact, Condition> reached) {
        return Indicator.of(
                "customer." + name,
                Subject.CUSTOMER,
                Kind.FLAG,
                "assignment",
                "ledger.indicator.customer." + name,
                scope -> has(scope, reached));
    }

    private static Field<?> has(Scope scope, Function<Contact, Condition> reached) {
        var contact = CONTACT.as("asked");
        return field(exists(selectOne()
                .from(contact)
                .where(contact.TENANT_ID.eq(CurrentTenant.id()))
                .and(contact.CUSTOMER_ID.eq(scope.of(CUSTOMER.ID)))
                .and(contact.FOR_COLLECTION)
                .and(reached.apply(contact))));
    }
}
