package io.dunlin.criteria.scorecards;

import io.dunlin.tenancy.Company;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
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
    private final CardCheck check;

    ScorePreview(DSLContext sql, Scorings scorings, CardCheck check) {
        this.sql = sql;
        this.scorings = scorings;
        this.check = check;
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
     * What a card would give.
     *
     * @param customers that were looked at
     * @param changes those whose class would change
     * @param counts the best class first, at last those without one
     * @param changed the first 50 by code
     */
    public record Outcome(int customers, int changes, List<Count> counts, List<Changed> changed) {}

    /** A card that looks at the one that is tried, also by way of others. */
    public record Behind(long card, String name, Outcome outcome) {}

    /** @param behind the cards whose scores would follow, in the order in which they are calculated */
    public record Preview(Outcome outcome, List<Behind> behind) {}

    /**
     * Of a definition without flaws. One statement, in which the cards behind it see what it would give.
     *
     * @param card whose scores it is compared to; null: it is new, and nobody has a class
     */
    @Transactional(readOnly = true)
    public Preview of(Company company, @Nullable Long card, Definition definition) {
        var number = card == null ? NEW : card;
        var behind = card == null ? List.<Scorecard>of() : check.behind(card, definition);
        var chain = new ScoreChain(scorings, company);
        chain.add(number, definition);
        behind.forEach(one -> chain.add(one.id(), one.definition()));
        var told = sql.with(chain.expressions())
                .selectFrom(chain.told(SHOWN).asTable("told"))
                .orderBy(ScoreChain.CARD, ScoreChain.CODE)
                .fetchGroups(ScoreChain.CARD);
        return new Preview(
                outcome(definition, told.get(number)),
                behind.stream()
                        .map(one -> new Behind(one.id(), one.name(), outcome(one.definition(), told.get(one.id()))))
                        .toList());
    }

    private record Move(@Nullable String before, @Nullable String after, int customers) {}

    /** @param told null: there are no customers */
    private static Outcome outcome(Definition definition, @Nullable Result<? extends Record> told) {
        var moves = new ArrayList<Move>();
        var changed = new ArrayList<Changed>();
        for (var row : told == null ? List.<Record>of() : told) {
            var before = row.get(ScoreChain.BEFORE);
            var after = row.get(ScoreChain.AFTER);
            var customers = row.get(ScoreChain.CUSTOMERS);
            if (customers == null) {
                changed.add(new Changed(
                        row.get(ScoreChain.CODE), row.get(ScoreChain.NAME), before, after, row.get(ScoreChain.POINTS)));
            } else {
                moves.add(new Move(before, after, customers));
            }
        }
        return new Outcome(
                moves.stream().mapToInt(Move::customers).sum(),
                moves.stream()
                        .filter(move -> !Objects.equals(move.before(), move.after()))
                        .mapToInt(Move::customers)
                        .sum(),
                counts(definition, moves),
                List.copyOf(changed));
    }

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
}
