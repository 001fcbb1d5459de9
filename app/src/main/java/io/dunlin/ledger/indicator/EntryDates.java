package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.tenancy.tables.Company.COMPANY;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Scope;
import io.dunlin.criteria.Subject;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Since when something is known here and when it was last changed, as days of its company. */
@Component
@Order(6)
class EntryDates implements IndicatorSource {
    @Override
    public List<Indicator> indicators() {
        return List.of(
                of(Subject.CUSTOMER, "identity", "createdOn", CUSTOMER.CREATED_AT),
                of(Subject.CUSTOMER, "identity", "changedOn", CUSTOMER.CHANGED_AT),
                of(Subject.ITEM, "dates", "createdOn", ITEM.CREATED_AT),
                of(Subject.ITEM, "dates", "changedOn", ITEM.CHANGED_AT));
    }

    private static Indicator of(Subject subject, String section, String name, TableField<?, OffsetDateTime> moment) {
        return Indicator.of(
                subject.code() + "." + name,
                subject,
                Kind.DATE,
                section,
                "ledger.indicator." + subject.code() + "." + name,
                scope -> day(scope, moment));
    }

    private static Field<?> day(Scope scope, TableField<?, OffsetDateTime> moment) {
        return function(name("timezone"), SQLDataType.LOCALDATETIME, scope.of(COMPANY.TIME_ZONE), scope.of(moment))
                .cast(SQLDataType.LOCALDATE);
    }
}
