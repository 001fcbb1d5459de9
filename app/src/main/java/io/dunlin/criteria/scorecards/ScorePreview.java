package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.Score.SCORE;
import static org.jooq.impl.DSL.count;

import io.dunlin.tenancy.Company;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a definition would give, without giving it: the same SQL as the run, only counted. */
@Component
public class ScorePreview {
    private static final int SHOWN = 50;
    /** No card has this number. */
    private static final long NEW = 0;

    private final DSLContext sql;
    private final Scorings scorings;

    ScorePreview(DSLContext sql, Scorings scorings) {
        this.sql = sql;
        this.scorings = scorings;
    }

    /**
     * How many customers are in a class now, and would be.
     *
     * @param grade null: too little is known, or the card has not seen them yet
     */
    public record Count(@Nullable String grade, int now, int then) {}

    /** A customer whose class would change; null: none. */
    public record Changed(
            String code,
            String name,
            @Nullable String before,
            @Nullable String after,
            @Nullable BigDecimal points) {}

    /**
     * @param customers that were looked at
     * @param changes those whose class would change
     * @param counts the best class first, at last those without one
     * @param changed the first 50 by code
     */
    public record Preview(int customers, int changes, List<Count> counts, List<Changed> changed) {}

    /**
     * Of a definition without flaws.
     *
     * @param card whose scores it is compared to; null: it is new, and nobody has a class
     */
    @Transactional(readOnly = true)
    public Preview of(Company company, @Nullable Long card, Definition definition) {
        var scoring = scorings.of(definition, company);
        var number = card == null ? NEW : card;
        var moves = sql.with(scoring.expressions())
                .select(SCORE.GRADE, Scoring.GRADE, count())
                .from(ScoreTables.beside(number))
                .groupBy(SCORE.GRADE, Scoring.GRADE)
                .fetch(row -> new Move(row.value1(), row.value2(), row.value3()));
        return new Preview(
                moves.stream().mapToInt(Move::customers).sum(),
                moves.stream()
                        .filter(move -> !Objects.equals(move.before(), move.after()))
                        .mapToInt(Move::customers)
                        .sum(),
                counts(definition, moves),
                changed(scoring, number));
    }

    private record Move(@Nullable String before, @Nullable String after, int customers) {}

    /** Classes that the definition does not have any more stand behind those that it has. */
    private static List<Count> counts(Definition definition, List<Move> moves) {
        var grades = new ArrayList<@Nullable String>(
                definition.grades().stream().map(Definition.Grade::name).toList());
        moves.stream()
                .map(Move::before)
                .filter(grade -> grade != null && !grades.contains(grade))
                .distinct()
                .sorted()
                .forEach(grades::add);
        grades.add(null);
        return grades.stream()
                .map(grade -> new Count(
                        grade,
                        moves.stream()
                                .filter(move -> Objects.equals(move.before(), grade))
                                .mapToInt(Move::customers)
                                .sum(),
                        moves.stream()
                                .filter(move -> Objects.equals(move.after(), grade))
                                .mapToInt(Move::customers)
                                .sum()))
                .toList();
    }

    private List<Changed> changed(Scoring scoring, long card) {
        Table<?> customers = scorings.customers().as("shown");
        Field<Long> id = Objects.requireNonNull(customers.field("id")).coerce(SQLDataType.BIGINT);
        Field<String> code = text(customers, "code");
        Condition ours = Scorings.ours(customers);
        return sql.with(scoring.expressions())
                .select(code, text(customers, "name"), SCORE.GRADE, Scoring.GRADE, Scoring.POINTS)
                .from(ScoreTables.beside(card).join(customers).on(ours).and(id.eq(Scoring.SUBJECT)))
                .where(SCORE.GRADE.isDistinctFrom(Scoring.GRADE))
                .orderBy(code)
                .limit(SHOWN)
                .fetch(row -> new Changed(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    private static Field<String> text(Table<?> table, String column) {
        return Objects.requireNonNull(table.field(column)).coerce(SQLDataType.CLOB);
    }
}
