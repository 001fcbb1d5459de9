package io.dunlin.criteria.scorecards;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.SubjectTables;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentUser;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/** Scorecards without a Spring context. */
public record TestScorecards(
        Catalogue catalogue, Scorecards cards, CardChanges changes, ScoreRuns runs, ScorePreview preview) {
    /** The indicators of the cards of the tenant. */
    public static IndicatorSource indicators(DSLContext sql, SubjectTables tables) {
        return new CardIndicators(sql, tables);
    }

    public static TestScorecards of(DSLContext sql, Clock clock, Catalogue catalogue, SubjectTables tables) {
        var selections = new Selections(catalogue, tables, List.of(), List.of());
        var user = new CurrentUser();
        var cards = new Scorecards(sql);
        var check = new CardCheck(catalogue, selections, cards);
        var scorings = new Scorings(selections, tables, catalogue, check, clock);
        return new TestScorecards(
                catalogue,
                cards,
                new CardChanges(
                        sql,
                        clock,
                        cards,
                        check,
                        new CardUses(sql, cards),
                        user,
                        new AuditTrail(sql, clock, user, JsonMapper.shared())),
                new ScoreRuns(sql, check, scorings, user, clock),
                new ScorePreview(sql, scorings, check));
    }
}
