package io.dunlin.criteria.outside;

import static io.dunlin.criteria.tables.OutsideValue.OUTSIDE_VALUE;
import static io.dunlin.criteria.tables.OutsideValueLog.OUTSIDE_VALUE_LOG;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.Indicator.Value;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Link;
import io.dunlin.criteria.Past;
import io.dunlin.criteria.Pick;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.SubjectTables;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        var pick = pick(outside);
        var indicator = new Indicator(
                outside.code(),
                Subject.CUSTOMER,
                kind,
                SECTION,
                outside.name(),
                new Value.One(scope -> scope.of(present(kind), pick)),
                kind == Kind.GRADE ? outside.offered() : List.of());
        var named = kind == Kind.CHOICE
                ? indicator.withChoices(() -> outside.offered().stream()
                        .map(value -> new Choice(value, value))
                        .toList())
                : indicator;
        return named.withPast(past(outside));
    }

    private Pick<String> pick(OutsideIndicator outside) {
        var customers = Objects.requireNonNull(tables.tables().get(Subject.CUSTOMER));
        var id = (TableField<?, ?>) Objects.requireNonNull(customers.field("id"));
        return new Pick<>(
                new Link(id, OUTSIDE_VALUE.SUBJECT_ID), OUTSIDE_VALUE.INDICATOR, outside.code(), outside.id());
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
