package io.dunlin.criteria;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.dunlin.criteria.Comparison.Against;
import io.dunlin.criteria.Comparison.Better;
import io.dunlin.criteria.Comparison.Between;
import io.dunlin.criteria.Comparison.Changed;
import io.dunlin.criteria.Comparison.Crossed;
import io.dunlin.criteria.Comparison.Days;
import io.dunlin.criteria.Comparison.Empty;
import io.dunlin.criteria.Comparison.InLast;
import io.dunlin.criteria.Comparison.InNext;
import io.dunlin.criteria.Comparison.LongerAgo;
import io.dunlin.criteria.Comparison.Moved;
import io.dunlin.criteria.Comparison.OneOf;
import io.dunlin.criteria.Comparison.Part;
import io.dunlin.criteria.Comparison.Worse;
import io.dunlin.criteria.Criteria.All;
import io.dunlin.criteria.Criteria.Any;
import io.dunlin.criteria.Criteria.Has;
import io.dunlin.criteria.Criteria.Not;
import io.dunlin.criteria.Criteria.Test;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.Indicator.Shortcut;
import io.dunlin.criteria.Indicator.Value;
import io.dunlin.kernel.SearchKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Criteria as one SQL condition. All values are bound. Expects what {@link CriteriaCheck} has let through. */
final class Compiler {
    private final Catalogue.Entries catalogue;
    private final SubjectTables tables;

    Compiler(Catalogue.Entries catalogue, SubjectTables tables) {
        this.catalogue = catalogue;
        this.tables = tables;
    }

    Condition compile(Criteria criteria, Scope scope) {
        return compile(criteria, scope, true);
    }

    /** @param plain whether "unknown" is as good as "no" there: a shortcut may then say "no" already */
    private Condition compile(Criteria criteria, Scope scope, boolean plain) {
        return switch (criteria) {
            // Without parts DSL.and and DSL.or are no condition at all, not even under a "not".
            case All(var of) -> of.isEmpty() ? DSL.trueCondition() : DSL.and(each(of, scope, plain));
            case Any(var of) -> of.isEmpty() ? DSL.falseCondition() : DSL.or(each(of, scope, plain));
            case Not(Has(var what, var none, var that)) -> has(what, !none, that, scope);
            case Not(var of) -> not(compile(of, scope, false));
            case Has(var what, var none, var that) -> has(what, none, that, scope);
            case Test test -> compile(test, scope, plain);
        };
    }

    private List<Condition> each(List<Criteria> of, Scope scope, boolean plain) {
        return of.stream().map(one -> compile(one, scope, plain)).toList();
    }

    private Condition has(Subject what, boolean none, Criteria that, Scope scope) {
        var inside = scope.inside(table(what), scope.base());
        var meets = compile(that, inside, true);
        return none
                ? inside.without(meets)
                : exists(selectOne().from(inside.from()).where(meets).and(inside.bounds()));
    }

    private Condition compile(Test test, Scope scope, boolean mayCut) {
        var indicator = indicator(test.indicator());
        var plain = switch (indicator.value()) {
            case Value.One(var expression) -> compare(indicator, expression.apply(scope), test.comparison(), scope);
            case Value.Many(var column) -> {
                var inside = scope.inside(Objects.requireNonNull(column.getTable()), table(indicator.subject()));
                yield among(inside, inside.of(column), test.comparison());
            }
        };
        if (mayCut && !test.negated() && !test.orUnknown()) {
            return shortcut(indicator, test.comparison(), scope).and(plain);
        }
        var asked = test.negated() ? not(plain) : plain;
        return test.orUnknown() ? condition(coalesce(field(asked), inline(true))) : asked;
    }

    /** True wherever the comparison is. */
    private Condition shortcut(Indicator indicator, Comparison comparison, Scope scope) {
        return switch (comparison) {
            case Changed(var days) -> movement(indicator, scope).mayHave(days);
            case Moved moved -> movement(indicator, scope).mayHave(moved.days());
            case Crossed crossed -> movement(indicator, scope).mayHave(crossed.days());
            default -> ofPresent(indicator, comparison, scope);
        };
    }

    private static Condition ofPresent(Indicator indicator, Comparison comparison, Scope scope) {
        return switch (indicator.shortcut()) {
            case Shortcut.None() -> DSL.noCondition();
            case Shortcut.Kept kept -> DSL.noCondition();
            case Shortcut.Known(var condition) ->
                comparison instanceof Empty ? DSL.noCondition() : condition.apply(scope);
            case Shortcut.Within(var text) ->
                comparison instanceof Part(var place, var part)
                        ? text.apply(scope).contains(SearchKey.of(part))
                        : DSL.noCondition();
        };
    }

    private static Condition among(Scope inside, Field<?> value, Comparison comparison) {
        var bounds = inside.bounds();
        var rows = selectOne().from(inside.from()).where(bounds);
        return switch (comparison) {
            case OneOf(var values) -> exists(rows.and(code(value).eq(any(array(values)))));
            case Empty() -> notExists(rows);
            default -> throw new IllegalStateException("Refused by the check");
        };
    }

    private Condition compare(Indicator indicator, Field<?> value, Comparison comparison, Scope scope) {
        return switch (comparison) {
            case Empty() -> value.isNull();
            case OneOf(var values) ->
                indicator.kind() == Kind.TEXT
                        ? text(indicator, value, scope)
                                .eq(any(array(values.stream().map(SearchKey::of).toList())))
                        : code(value).eq(any(array(values)));
            case Part(var place, var part) -> part(text(indicator, value, scope), place, SearchKey.of(part));
            case Between(var from, var to) -> Range.ofNumbers(value, from, to);
            case Days(var from, var to) -> Range.of(date(value), from, to);
            case InLast(var days) -> Range.of(date(value), scope.today().minusDays(days), scope.today());
            case InNext(var days) ->
                Range.of(date(value), scope.today(), scope.today().plusDays(days));
            case LongerAgo(var days) -> date(value).lt(scope.today().minusDays(days));
            case Against against -> against(number(value), against, scope);
            case Better(var than) -> rank(indicator, value, than, true);
            case Worse(var than) -> rank(indicator, value, than, false);
            case Changed changed -> movement(indicator, scope).changed(changed);
            case Moved moved -> movement(indicator, scope).moved(moved);
            case Crossed crossed -> movement(indicator, scope).crossed(crossed);
        };
    }

    private Field<String> text(Indicator indicator, Field<?> value, Scope scope) {
        return indicator.shortcut() instanceof Shortcut.Kept(var kept) ? kept.apply(scope) : folded(value);
    }

    private Movement movement(Indicator indicator, Scope scope) {
        if (!(indicator.value() instanceof Value.One(var expression))) {
            throw new IllegalStateException("Refused by the check");
        }
        var id = Objects.requireNonNull(table(indicator.subject()).field("id"));
        return new Movement(indicator, expression.apply(scope), (TableField<?, ?>) id, scope);
    }

    private Condition against(Field<BigDecimal> value, Against against, Scope scope) {
        if (!(indicator(against.indicator()).value() instanceof Value.One(var expression))) {
            throw new IllegalStateException("Refused by the check");
        }
        // Exact: numeric times numeric, and the division by a hundred only moves the point.
        var share = number(expression.apply(scope)).mul(val(against.percent().movePointLeft(2)));
        return switch (against.relation()) {
            case LESS -> value.lt(share);
            case AT_MOST -> value.le(share);
            case AT_LEAST -> value.ge(share);
            case MORE -> value.gt(share);
        };
    }

    private static Condition rank(Indicator indicator, Field<?> value, String than, boolean better) {
        if (indicator.kind() != Kind.GRADE) {
            var bound = new BigDecimal(than);
            var isMore = better == (indicator.kind() == Kind.SCORE);
            return isMore ? number(value).gt(bound) : number(value).lt(bound);
        }
        var scale = indicator.scale();
        var at = scale.indexOf(than);
        var grades = better ? scale.subList(at + 1, scale.size()) : scale.subList(0, at);
        // Of an empty list a database says no even where the value is unknown.
        return grades.isEmpty() ? code(value).ne(code(value)) : code(value).eq(any(array(grades)));
    }

    private static Condition part(Field<String> text, Part.Place place, String part) {
        return switch (place) {
            case ANYWHERE -> text.contains(part);
            case START -> text.startsWith(part);
            case END -> text.endsWith(part);
        };
    }

    private Table<?> table(Subject subject) {
        return Objects.requireNonNull(tables.tables().get(subject));
    }

    private Indicator indicator(String code) {
        return catalogue.find(code).orElseThrow(() -> new IllegalStateException("Refused by the check"));
    }

    private Field<String> folded(Field<?> value) {
        return tables.folded(value.coerce(SQLDataType.CLOB));
    }

    private static Field<String> code(Field<?> value) {
        return value.cast(SQLDataType.CLOB);
    }

    private static Field<BigDecimal> number(Field<?> value) {
        return value.coerce(SQLDataType.NUMERIC);
    }

    private static Field<LocalDate> date(Field<?> value) {
        return value.coerce(SQLDataType.LOCALDATE);
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }
}
