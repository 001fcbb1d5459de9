package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.Score.SCORE;
import static io.dunlin.criteria.tables.ScoreChange.SCORE_CHANGE;
import static io.dunlin.criteria.tables.Scorecard.SCORECARD;
import static io.dunlin.criteria.tables.ScorecardVersion.SCORECARD_VERSION;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.scorecards.Readings.Stored;
import io.dunlin.criteria.scorecards.ScoreSheet.Reading;
import io.dunlin.criteria.web.CriteriaWords;
import io.dunlin.criteria.web.Labels;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The scores of a customer, explained in the language of whoever looks. */
@Component
public class ScoreSheets {
    /** Of all cards together. */
    private static final int MOST_PAST = 200;

    private final DSLContext sql;
    private final Catalogue catalogue;
    private final Labels labels;
    private final CriteriaWords words;

    ScoreSheets(DSLContext sql, Catalogue catalogue, Labels labels, CriteriaWords words) {
        this.sql = sql;
        this.catalogue = catalogue;
        this.labels = labels;
        this.words = words;
    }

    /**
     * By name of the card; without those that have not run since the customer is there.
     *
     * @param customer its number
     */
    @Transactional(readOnly = true)
    public List<ScoreSheet> of(long customer) {
        var readings = new Readings(catalogue.now(), labels, words.now());
        var history = history(customer, readings);
        return sql.select(SCORE.fields())
                .select(SCORECARD.NAME, SCORECARD_VERSION.DEFINITION)
                .from(SCORE)
                .join(SCORECARD)
                .on(SCORECARD.TENANT_ID.eq(SCORE.TENANT_ID), SCORECARD.ID.eq(SCORE.SCORECARD_ID))
                .join(SCORECARD_VERSION)
                .on(SCORECARD_VERSION.TENANT_ID.eq(SCORE.TENANT_ID))
                .and(SCORECARD_VERSION.SCORECARD_ID.eq(SCORE.SCORECARD_ID))
                .and(SCORECARD_VERSION.VERSION.eq(SCORE.VERSION))
                .where(SCORE.TENANT_ID.eq(CurrentTenant.id()))
                .and(SCORE.SUBJECT_ID.eq(customer))
                .orderBy(SCORECARD.NAME)
                .fetch(row -> new ScoreSheet(
                        row.get(SCORE.SCORECARD_ID),
                        row.get(SCORECARD.NAME),
                        readings.of(
                                DefinitionJson.read(row.get(SCORECARD_VERSION.DEFINITION)),
                                new Stored(
                                        row.get(SCORE.SINCE).toInstant(),
                                        row.get(SCORE.VERSION),
                                        row.get(SCORE.GRADE),
                                        row.get(SCORE.POINTS),
                                        row.get(SCORE.OVERRIDE),
                                        row.get(SCORE.SEEN),
                                        row.get(SCORE.BANDS))),
                        history.getOrDefault(row.get(SCORE.SCORECARD_ID), List.of())));
    }

    private Map<Long, List<Reading>> history(long customer, Readings readings) {
        return sql
                .select(SCORE_CHANGE.fields())
                .select(SCORECARD_VERSION.DEFINITION)
                .from(SCORE_CHANGE)
                .join(SCORECARD_VERSION)
                .on(SCORECARD_VERSION.TENANT_ID.eq(SCORE_CHANGE.TENANT_ID))
                .and(SCORECARD_VERSION.SCORECARD_ID.eq(SCORE_CHANGE.SCORECARD_ID))
                .and(SCORECARD_VERSION.VERSION.eq(SCORE_CHANGE.VERSION))
                .where(SCORE_CHANGE.TENANT_ID.eq(CurrentTenant.id()))
                .and(SCORE_CHANGE.SUBJECT_ID.eq(customer))
                .orderBy(SCORE_CHANGE.ID.desc())
                .limit(MOST_PAST)
                .stream()
                .collect(groupingBy(
                        row -> row.get(SCORE_CHANGE.SCORECARD_ID),
                        mapping(
                                row -> readings.of(
                                        DefinitionJson.read(row.get(SCORECARD_VERSION.DEFINITION)),
                                        new Stored(
                                                row.get(SCORE_CHANGE.AT).toInstant(),
                                                row.get(SCORE_CHANGE.VERSION),
                                                row.get(SCORE_CHANGE.GRADE),
                                                row.get(SCORE_CHANGE.POINTS),
                                                row.get(SCORE_CHANGE.OVERRIDE),
                                                row.get(SCORE_CHANGE.SEEN),
                                                row.get(SCORE_CHANGE.BANDS))),
                                toList())));
    }
}
