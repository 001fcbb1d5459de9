package io.dunlin.ledger.indicator;

import static io.dunlin.criteria.tables.Score.SCORE;
import static io.dunlin.criteria.tables.Scorecard.SCORECARD;
import static io.dunlin.criteria.tables.ScorecardVersion.SCORECARD_VERSION;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;

import io.dunlin.ledger.indicator.InventedPortfolio.InventedCustomer;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** What two cards gave the customers of a portfolio: many have no score, and some scores say that too little is known. */
final class InventedScores {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-22T08:00:00Z");
    private static final String DEFINITION = """
            {"grades": [{"name": "A", "from": 75}, {"name": "B", "from": 50}, {"name": "C", "from": 25}, {"name": "D", "from": 0}],
             "overrides": [],
             "method": {"kind": "points", "enough": 60, "lines": [{"weight": 1, "points": [0], "missing": null,
               "axis": {"indicator": "customer.delay", "bands": {"by": "ranges", "ends": []}}}]}}
            """;

    private final Random random = new Random(7);
    private final DSLContext sql;
    private final Company company;

    private InventedScores(DSLContext sql, Company company) {
        this.sql = sql;
        this.company = company;
    }

    /** Stores them in the transaction of the caller and adds them to the facts of the customers. Returns the numbers of the cards. */
    static List<Long> in(DSLContext sql, Company company, List<InventedCustomer> portfolio) {
        var scores = new InventedScores(sql, company);
        return Stream.of("Risk", "Sales")
                .map(name -> scores.card(name, portfolio))
                .toList();
    }

    private long card(String name, List<InventedCustomer> portfolio) {
        var card = sql.insertInto(SCORECARD)
                .set(SCORECARD.TENANT_ID, CurrentTenant.id())
                .set(SCORECARD.NAME, name)
                .set(SCORECARD.VERSION, 1)
                .set(SCORECARD.CREATED_AT, NOW)
                .returningResult(SCORECARD.ID)
                .fetchSingle()
                .value1();
        sql.insertInto(SCORECARD_VERSION)
                .set(SCORECARD_VERSION.TENANT_ID, CurrentTenant.id())
                .set(SCORECARD_VERSION.SCORECARD_ID, card)
                .set(SCORECARD_VERSION.VERSION, 1)
                .set(SCORECARD_VERSION.DEFINITION, JSONB.valueOf(DEFINITION))
                .set(SCORECARD_VERSION.AT, NOW)
                .execute();
        portfolio.forEach(customer -> score(card, customer));
        return card;
    }

    private void score(long card, InventedCustomer customer) {
        if (random.nextInt(4) == 0) {
            return;
        }
        var isKnown = random.nextInt(4) > 0;
        var grade = isKnown ? List.of("A", "B", "C", "D").get(random.nextInt(4)) : null;
        var points = isKnown ? new BigDecimal(random.nextInt(9)).multiply(new BigDecimal("12.50")) : null;
        put(customer, "scorecard.%d.class".formatted(card), grade);
        put(customer, "scorecard.%d.points".formatted(card), points);
        var id = sql.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.CODE.eq(customer.code()))
                .fetchSingle()
                .value1();
        sql.insertInto(SCORE)
                .set(SCORE.TENANT_ID, CurrentTenant.id())
                .set(SCORE.SCORECARD_ID, card)
                .set(SCORE.SUBJECT_ID, id.value())
                .set(SCORE.COMPANY_ID, company.id())
                .set(SCORE.VERSION, 1)
                .set(SCORE.GRADE, grade)
                .set(SCORE.POINTS, points)
                .set(SCORE.SEEN, new String[0])
                .set(SCORE.BANDS, new Integer[0])
                .set(SCORE.SINCE, NOW)
                .execute();
    }

    private static void put(InventedCustomer customer, String code, @Nullable Object value) {
        if (value != null) {
            customer.facts().put(code, value);
        }
    }
}
