package io.dunlin.criteria.outside;

import static io.dunlin.criteria.tables.OutsideValue.OUTSIDE_VALUE;
import static io.dunlin.criteria.tables.OutsideValueLog.OUTSIDE_VALUE_LOG;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.Indicator.Value;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Past;
import io.dunlin.criteria.Scope;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.SubjectTables;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The outside indicators of the tenant, as facts about customers like any other. */
@Component
@Order(4)
class OutsideFacts implements IndicatorSource {
    private static final String SECTION = "outside";

    private final OutsideIndicators indicators;
    private final SubjectTables tables;

    OutsideFacts(OutsideIndicators indicators, SubjectTables tables) {
        this.indicators = indicators;
        this.tables = tables;
    }

    @Override
    public List<Indicator> indicators() {
        return indicators.all().stream().map(this::of).toList();
    }

    private Indicator of(OutsideIndicator outside) {
        var kind = outside.kind();
        var indicator = new Indicator(
                outside.code(),
                Subject.CUSTOMER,
                kind,
                SECTION,
                outside.name(),
                new Value.One(scope -> held(scope, outside)),
                kind == Kind.GRADE ? outside.offered() : List.of());
        var named = kind == Kind.CHOICE
                ? indicator.withChoices(() -> outside.offered().stream()
                        .map(value -> new Choice(value, value))
                        .toList())
                : indicator;
        return named.withPast(past(outside));
    }

    private Field<?> held(Scope scope, OutsideIndicator outside) {
        var value = scope.real(OUTSIDE_VALUE).as("outside_" + outside.id());
        var customers = Objects.requireNonNull(tables.tables().get(Subject.CUSTOMER));
        var id = scope.key((TableField<?, ?>) Objects.requireNonNull(customers.field("id")));
        return field(select(of(value, present(outside.kind())))
                .from(value)
                .where(of(value, OUTSIDE_VALUE.TENANT_ID).eq(CurrentTenant.id()))
                .and(of(value, OUTSIDE_VALUE.INDICATOR).eq(outside.code()))
                .and(of(value, OUTSIDE_VALUE.SUBJECT_ID).eq(id.coerce(OUTSIDE_VALUE.SUBJECT_ID))));
    }

    private static <T> Field<T> of(Table<?> value, TableField<?, T> column) {
        return Objects.requireNonNull(value.field(column));
    }

    private static Past past(OutsideIndicator outside) {
        return new Past(
                OUTSIDE_VALUE_LOG,
                Map.of(),
                OUTSIDE_VALUE_LOG.SUBJECT_ID,
                OUTSIDE_VALUE_LOG.DAY,
                OUTSIDE_VALUE_LOG.ID,
                scope -> scope.of(logged(outside.kind())),
                scope -> scope.of(OUTSIDE_VALUE_LOG.INDICATOR).eq(outside.code()),
                true);
    }

    static TableField<?, ?> present(Kind kind) {
        return switch (kind) {
            case TEXT, GRADE, FLAG, CHOICE, SEVERAL -> OUTSIDE_VALUE.TEXT_VALUE;
            case AMOUNT, COUNT, DAYS, PERCENT, SCORE, RISK -> OUTSIDE_VALUE.NUMBER_VALUE;
            case DATE -> OUTSIDE_VALUE.DATE_VALUE;
        };
    }

    static TableField<?, ?> logged(Kind kind) {
        return (TableField<?, ?>)
                Objects.requireNonNull(OUTSIDE_VALUE_LOG.field(present(kind).getName()));
    }
}
