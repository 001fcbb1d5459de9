package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.SavedSearch.SAVED_SEARCH;
import static io.dunlin.criteria.tables.Score.SCORE;
import static io.dunlin.criteria.tables.ScoreChange.SCORE_CHANGE;
import static io.dunlin.criteria.tables.Scorecard.SCORECARD;
import static io.dunlin.criteria.tables.ScorecardSearch.SCORECARD_SEARCH;
import static io.dunlin.criteria.tables.ScorecardVersion.SCORECARD_VERSION;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.dunlin.criteria.Indicator;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.User;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saves and removes scorecards. Nobody's score changes before they run. */
@Component
public class CardChanges {
    static final int LONGEST_NAME = 100;

    private final DSLContext sql;
    private final Clock clock;
    private final Scorecards cards;
    private final CardCheck check;
    private final CardUses uses;
    private final CurrentUser user;
    private final AuditTrail audit;

    CardChanges(
            DSLContext sql,
            Clock clock,
            Scorecards cards,
            CardCheck check,
            CardUses uses,
            CurrentUser user,
            AuditTrail audit) {
        this.sql = sql;
        this.clock = clock;
        this.cards = cards;
        this.check = check;
        this.uses = uses;
        this.user = user;
        this.audit = audit;
    }

    /** What is wrong with a card that is to be saved, all at once; empty: nothing. */
    @Transactional(readOnly = true)
    public List<Flaw> flaws(@Nullable Long id, String name, Definition definition) {
        var flaws = new ArrayList<>(check.flaws(id, name, definition));
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            flaws.add(Flaw.of("name", "criteria.scorecards.bad.name", LONGEST_NAME));
        } else if (cards.all().stream()
                .anyMatch(card ->
                        card.name().equals(name) && !Long.valueOf(card.id()).equals(id))) {
            flaws.add(Flaw.of("name", "criteria.scorecards.bad.nameTaken", name));
        }
        return flaws;
    }

    /** Cards that mean nothing any more, by number, each with the reasons: an indicator or a search has gone, or they go in a circle. */
    @Transactional(readOnly = true)
    public Map<Long, List<Flaw>> broken() {
        return check.sorted().broken();
    }

    /** Whether a card can look at the indicator. */
    public static boolean fits(Indicator indicator) {
        return DefinitionCheck.fits(indicator);
    }

    /**
     * Makes a card, or a new version of one.
     *
     * @param id null: a new card
     * @return number of the card
     * @throws Rejected with the first flaw, where there is one
     */
    @Transactional
    public long save(@Nullable Long id, String name, Definition definition) {
        flaws(id, name, definition).forEach(flaw -> {
            throw new Rejected(flaw.key(), flaw.arguments().toArray());
        });
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var card = id == null ? add(name, now) : next(id, name);
        sql.insertInto(SCORECARD_VERSION)
                .set(SCORECARD_VERSION.TENANT_ID, CurrentTenant.id())
                .set(SCORECARD_VERSION.SCORECARD_ID, card)
                .set(
                        SCORECARD_VERSION.VERSION,
                        select(SCORECARD.VERSION)
                                .from(SCORECARD)
                                .where(SCORECARD.TENANT_ID.eq(CurrentTenant.id()))
                                .and(SCORECARD.ID.eq(card)))
                .set(SCORECARD_VERSION.DEFINITION, DefinitionJson.write(definition))
                .set(SCORECARD_VERSION.USER_ID, user.find().map(User::id).orElse(null))
                .set(SCORECARD_VERSION.AT, now)
                .execute();
        keepSearches(card, definition);
        audit.record(id == null ? "scorecard.added" : "scorecard.changed", name, Map.of("scorecard", card));
        return card;
    }

    /** With its scores and their history. Refused where searches or other cards look at it. */
    @Transactional
    public void remove(long id) {
        var card = cards.get(id);
        uses.of(id).ifPresent(use -> {
            throw new Rejected("criteria.scorecards.inUse", card.name(), use);
        });
        sql.deleteFrom(SCORE)
                .where(SCORE.TENANT_ID.eq(CurrentTenant.id()))
                .and(SCORE.SCORECARD_ID.eq(id))
                .execute();
        sql.deleteFrom(SCORE_CHANGE)
                .where(SCORE_CHANGE.TENANT_ID.eq(CurrentTenant.id()))
                .and(SCORE_CHANGE.SCORECARD_ID.eq(id))
                .execute();
        sql.deleteFrom(SCORECARD)
                .where(SCORECARD.TENANT_ID.eq(CurrentTenant.id()))
                .and(SCORECARD.ID.eq(id))
                .execute();
        audit.record("scorecard.removed", card.name(), Map.of("scorecard", id));
    }

    private long add(String name, OffsetDateTime now) {
        return sql.insertInto(SCORECARD)
                .set(SCORECARD.TENANT_ID, CurrentTenant.id())
                .set(SCORECARD.NAME, name)
                .set(SCORECARD.VERSION, 1)
                .set(SCORECARD.CREATED_AT, now)
                .returningResult(SCORECARD.ID)
                .fetchSingle()
                .value1();
    }

    private long next(long id, String name) {
        return sql.update(SCORECARD)
                .set(SCORECARD.NAME, name)
                .set(SCORECARD.VERSION, SCORECARD.VERSION.plus(1))
                .where(SCORECARD.TENANT_ID.eq(CurrentTenant.id()))
                .and(SCORECARD.ID.eq(id))
                .returningResult(SCORECARD.ID)
                .fetchSingle()
                .value1();
    }

    private void keepSearches(long card, Definition definition) {
        sql.deleteFrom(SCORECARD_SEARCH)
                .where(SCORECARD_SEARCH.TENANT_ID.eq(CurrentTenant.id()))
                .and(SCORECARD_SEARCH.SCORECARD_ID.eq(card))
                .execute();
        sql.insertInto(
                        SCORECARD_SEARCH,
                        SCORECARD_SEARCH.TENANT_ID,
                        SCORECARD_SEARCH.SCORECARD_ID,
                        SCORECARD_SEARCH.SEARCH_ID)
                .select(select(SAVED_SEARCH.TENANT_ID, val(card), SAVED_SEARCH.ID)
                        .from(SAVED_SEARCH)
                        .where(SAVED_SEARCH.TENANT_ID.eq(CurrentTenant.id()))
                        .and(SAVED_SEARCH.ID.in(CardCheck.searchesOf(definition))))
                .execute();
    }
}
