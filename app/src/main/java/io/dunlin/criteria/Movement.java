package io.dunlin.criteria;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.criteria.Comparison.Changed;
import io.dunlin.criteria.Comparison.Crossed;
import io.dunlin.criteria.Comparison.Moved;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;

/**
 * What became of the value of an indicator since a day of the past, as conditions over the present row and the log of the indicator.
 *
 * @param now the present value
 * @param subject column with the id of whom the indicator is about
 */
record Movement(Indicator indicator, Field<?> now, TableField<?, ?> subject, Scope scope) {
    Condition changed(Changed changed) {
        var day = ago(changed.days());
        var later = new Log(scope.today());
        var since = exists(selectOne()
                .from(later.rows.from())
                .where(later.isOfSubject())
                .and(later.isAfter(day))
                .and(differs(later.value, valueOn(day))));
        var wasKept = exists(new Log(day).latest(inline(1)));
        return condition(when(wasKept, field(since.or(differs(now, valueOn(day))))));
    }

    Condition moved(Moved moved) {
        var then = measure(valueOn(ago(moved.days())));
        return moved.way().isUp()
                ? measure(now).ge(then.add(val(moved.by())))
                : measure(now).le(then.sub(val(moved.by())));
    }

    Condition crossed(Crossed crossed) {
        var then = measure(valueOn(ago(crossed.days())));
        var bound = val(bound(crossed.value()));
        return crossed.way().isUp()
                ? then.le(bound).and(measure(now).gt(bound))
                : then.ge(bound).and(measure(now).lt(bound));
    }

    /** True wherever one of these comparisons over so many days is: something was written down since. */
    Condition mayHave(int days) {
        if (!past().complete()) {
            return noCondition();
        }
        var later = new Log(scope.today());
        return exists(
                selectOne().from(later.rows.from()).where(later.isOfSubject()).and(later.isAfter(ago(days))));
    }

    private LocalDate ago(int days) {
        return scope.today().minusDays(days);
    }

    private Field<?> valueOn(LocalDate day) {
        var log = new Log(day);
        return field(log.latest(log.value));
    }

    private BigDecimal bound(String value) {
        return switch (indicator.kind()) {
            case GRADE -> new BigDecimal(indicator.scale().indexOf(value) + 1);
            case RISK -> new BigDecimal(value).negate();
            default -> new BigDecimal(value);
        };
    }

    /** As a number that is the greater the better, or the more: of grades the step on their scale, from one. */
    private Field<BigDecimal> measure(Field<?> value) {
        return switch (indicator.kind()) {
            case GRADE ->
                function(
                                name("array_position"),
                                SQLDataType.INTEGER,
                                val(indicator.scale().toArray(String[]::new)),
                                value.cast(SQLDataType.CLOB))
                        .cast(SQLDataType.NUMERIC);
            case RISK -> value.coerce(SQLDataType.NUMERIC).neg();
            default -> value.coerce(SQLDataType.NUMERIC);
        };
    }

    @SuppressWarnings("unchecked") // Both are values of the same indicator.
    private static Condition differs(Field<?> one, Field<?> other) {
        return ((Field<Object>) one).isDistinctFrom((Field<Object>) other);
    }

    private Past past() {
        return Objects.requireNonNull(indicator.past());
    }

    /** The rows of the log about the subject, as they are read on a day. */
    private final class Log {
        final Scope rows;
        final Field<?> value;
        private final LocalDate asked;

        Log(LocalDate asked) {
            this.asked = asked;
            this.rows = scope.past(past().base(), asked, past().instead());
            this.value = past().value().apply(rows);
        }

        /** Of the latest row up to the day that is asked about. */
        <T> Select<Record1<T>> latest(Field<T> what) {
            return select(what)
                    .from(rows.from())
                    .where(isOfSubject())
                    .and(day().le(asked))
                    .orderBy(day().desc(), rows.logged(past().order()).desc())
                    .limit(inline(1));
        }

        /** And not after the day that is asked about, which may be of the past itself. */
        Condition isAfter(LocalDate earlier) {
            return day().gt(earlier).and(day().le(asked));
        }

        Field<LocalDate> day() {
            return rows.logged(past().day());
        }

        @SuppressWarnings("unchecked") // Both hold ids of the same subject.
        Condition isOfSubject() {
            var whose = (Field<Object>) rows.logged(past().subject());
            return rows.bounds().and(past().which().apply(rows)).and(whose.eq((Field<Object>) scope.key(subject)));
        }
    }
}
