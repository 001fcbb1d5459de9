package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Subject;
import io.dunlin.ledger.CustomFields;
import io.dunlin.ledger.CustomFields.CustomField;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Table;
import org.jooq.TableField;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The fields that the tenant has given a name, under that name. */
@Component
@Order(4)
class OwnFields implements IndicatorSource {
    private final CustomFields fields;

    OwnFields(CustomFields fields) {
        this.fields = fields;
    }

    @Override
    public List<Indicator> indicators() {
        return Stream.concat(
                        used(CustomFields.Subject.CUSTOMER, Subject.CUSTOMER, CUSTOMER),
                        used(CustomFields.Subject.ITEM, Subject.ITEM, ITEM))
                .toList();
    }

    private Stream<Indicator> used(CustomFields.Subject whose, Subject subject, Table<?> table) {
        return fields.of(whose).stream()
                .filter(CustomField::isUsed)
                .map(field -> Indicator.of(
                        subject.code() + ".custom" + field.position(),
                        subject,
                        Kind.TEXT,
                        "custom",
                        field.label(),
                        scope -> scope.of(column(table, field.position()))));
    }

    private static TableField<?, ?> column(Table<?> table, int position) {
        return (TableField<?, ?>) Objects.requireNonNull(table.field("custom_" + position));
    }
}
