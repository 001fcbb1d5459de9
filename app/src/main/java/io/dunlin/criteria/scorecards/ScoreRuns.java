package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.Scorecard.SCORECARD;
import static io.dunlin.criteria.tables.ScorecardRun.SCORECARD_RUN;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectCount;

import io.dunlin.database.Planning;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.User;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calculates scores: each card is one statement over all customers of a company. What is so already is not written again. */
@Component
public class ScoreRuns {
    private static final Logger warnings = LoggerFactory.getLogger(ScoreRuns.class);

    private final DSLContext sql;
    private final CardCheck check;
    private final Scorings scorings;
    private final CurrentUser user;
    private final Clock clock;

    ScoreRuns(DSLContext sql, CardCheck check, Scorings scorings, CurrentUser user, Clock clock) {
        this.sql = sql;
        this.check = check;
        this.scorings = scorings;
        this.user = user;
        this.clock = clock;
    }

    /**
     * @param customers that were looked at
     * @param changes those of them whose class or points changed
     */
    public record Outcome(int customers, int changes) {}

    /**
     * All cards, each after those it looks at. One that means nothing any more is passed over, its scores stay: its page says so. Returns
     * how many customers changed, each for each card.
     */
    @Transactional
    public int runAll(Company company) {
        var sorted = check.sorted();
        sorted.broken()
                .forEach((card, flaws) -> warnings.warn(
                        "Scorecard {} of company {} is passed over: {}", card, company.code(), flaws.getFirst()));
        return sorted.cards().stream()
                .mapToInt(card -> run(company, card).changes())
                .sum();
    }

    /**
     * One card; those that look at it follow with the next run of all.
     *
     * @throws Rejected where it means nothing any more
     */
    @Transactional
    public Outcome run(Company company, long card) {
        return run(
                company,
                check.sorted().cards().stream()
                        .filter(one -> one.id() == card)
                        .findFirst()
                        .orElseThrow(() -> new Rejected("criteria.scorecards.bad.broken")));
    }

    private Outcome run(Company company, Scorecard card) {
        var begin = System.nanoTime();
        // Of two runs of a card at the same time the second one waits: it must see what the first one wrote.
        sql.select(SCORECARD.ID)
                .from(SCORECARD)
                .where(SCORECARD.TENANT_ID.eq(CurrentTenant.id()))
                .and(SCORECARD.ID.eq(card.id()))
                .forUpdate()
                .fetch();
        var scoring = scorings.of(card.definition(), company);
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var tables = new ScoreTables(card.id(), card.version(), company, now);
        // Scores that were just written, in the same import, are not in the statistics yet.
        var counted = Planning.withoutNestedLoops(
                sql,
                () -> sql.with(scoring.result())
                        .with(tables.written())
                        .select(
                                field(selectCount().from(name("result"))),
                                field(selectCount().from(name("history"))))
                        .fetchSingle());
        var outcome = new Outcome(counted.value1(), counted.value2());
        record(company, card, outcome, now, (int) ((System.nanoTime() - begin) / 1_000_000));
        return outcome;
    }

    private void record(Company company, Scorecard card, Outcome outcome, OffsetDateTime now, int millis) {
        sql.insertInto(SCORECARD_RUN)
                .set(SCORECARD_RUN.TENANT_ID, CurrentTenant.id())
                .set(SCORECARD_RUN.SCORECARD_ID, card.id())
                .set(SCORECARD_RUN.COMPANY_ID, company.id())
                .set(SCORECARD_RUN.VERSION, card.version())
                .set(SCORECARD_RUN.USER_ID, user.find().map(User::id).orElse(null))
                .set(SCORECARD_RUN.AT, now)
                .set(SCORECARD_RUN.DURATION_MS, millis)
                .set(SCORECARD_RUN.CUSTOMERS, outcome.customers())
                .set(SCORECARD_RUN.CHANGES, outcome.changes())
                .execute();
    }
}
