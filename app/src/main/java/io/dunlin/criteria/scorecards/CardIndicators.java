package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.Score.SCORE;
import static io.dunlin.criteria.tables.ScoreChange.SCORE_CHANGE;
import static io.dunlin.criteria.tables.Scorecard.SCORECARD;
import static io.dunlin.criteria.tables.ScorecardVersion.SCORECARD_VERSION;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.Indicator.Value;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Link;
import io.dunlin.criteria.Past;
import io.dunlin.criteria.Pick;
import io.dunlin.criteria.Scope;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.SubjectTables;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The class and the points of each scorecard, as facts about customers like any other. */
@Component
@Order(4)
class CardIndicators implements IndicatorSource {
    static final String GRADE = "class";
    static final String POINTS = "points";
    private static final Pattern CODE = Pattern.compile("scorecard\\.(\\d{1,18})\\.(?:class|points)");
    private static final String SECTION = "scorecards";

    private final DSLContext sql;
    private final SubjectTables tables;

    CardIndicators(DSLContext sql, SubjectTables tables) {
        this.sql = sql;
        this.tables = tables;
    }

    static String code(long card, String what) {
        return "scorecard." + card + "." + what;
    }

    /** Number of the card whose indicator it is. */
    static Optional<Long> card(String code) {
        var found = CODE.matcher(code);
        return found.matches() ? Optional.of(Long.valueOf(found.group(1))) : Optional.empty();
    }

    @Override
    public List<Indicator> indicators() {
        return sql
                .select(SCORECARD.ID, SCORECARD.NAME, SCORECARD_VERSION.DEFINITION)
                .from(SCORECARD)
                .join(SCORECARD_VERSION)
                .on(SCORECARD_VERSION.TENANT_ID.eq(SCORECARD.TENANT_ID))
                .and(SCORECARD_VERSION.SCORECARD_ID.eq(SCORECARD.ID))
                .and(SCORECARD_VERSION.VERSION.eq(SCORECARD.VERSION))
                .where(SCORECARD.TENANT_ID.eq(CurrentTenant.id()))
                .orderBy(SCORECARD.NAME)
                .stream()
                .flatMap(row -> of(row.value1(), row.value2(), DefinitionJson.read(row.value3())))
                .toList();
    }

    /** Their names say the scale, so that both are told apart in every language: "Risk (A – D)" and "Risk (0 – 100)". */
    private Stream<Indicator> of(long card, String name, Definition definition) {
        var scale = definition.scale();
        var grade = new Indicator(
                        code(card, GRADE),
                        Subject.CUSTOMER,
                        Kind.GRADE,
                        SECTION,
                        "%s (%s – %s)".formatted(name, scale.getLast(), scale.getFirst()),
                        new Value.One(scope -> held(scope, card, SCORE.GRADE)),
                        scale)
                .withPast(past(card, SCORE_CHANGE.GRADE));
        var points = Indicator.of(
                        code(card, POINTS),
                        Subject.CUSTOMER,
                        Kind.SCORE,
                        SECTION,
                        name + " (0 – 100)",
                        scope -> held(scope, card, SCORE.POINTS))
                .withPast(past(card, SCORE_CHANGE.POINTS));
        return definition.isMatrix() ? Stream.of(grade) : Stream.of(grade, points);
    }

    private <T> Field<T> held(Scope scope, long card, TableField<?, T> column) {
        return scope.of(column, pick(tables, card));
    }

    /** Each change of class or points is written down as it is made. */
    private static Past past(long card, TableField<?, ?> column) {
        return new Past(
                SCORE_CHANGE,
                Map.of(),
                SCORE_CHANGE.SUBJECT_ID,
                SCORE_CHANGE.DAY,
                SCORE_CHANGE.ID,
                scope -> scope.of(column),
                scope -> scope.of(SCORE_CHANGE.SCORECARD_ID).eq(card),
                true);
    }

    /** What the card gave a customer. */
    static Pick<?> pick(SubjectTables tables, long card) {
        var customers = Objects.requireNonNull(tables.tables().get(Subject.CUSTOMER));
        var id = (TableField<?, ?>) Objects.requireNonNull(customers.field("id"));
        return new Pick<>(new Link(id, SCORE.SUBJECT_ID), SCORE.SCORECARD_ID, card, card);
    }
}
