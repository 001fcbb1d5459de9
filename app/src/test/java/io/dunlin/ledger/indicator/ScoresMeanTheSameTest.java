package io.dunlin.ledger.indicator;

import static io.dunlin.criteria.tables.SavedSearch.SAVED_SEARCH;
import static io.dunlin.criteria.tables.Score.SCORE;
import static io.dunlin.criteria.tables.ScoreChange.SCORE_CHANGE;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.CriteriaJson;
import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.Indicator.Value;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.scorecards.Bands;
import io.dunlin.criteria.scorecards.Definition;
import io.dunlin.criteria.scorecards.Definition.Axis;
import io.dunlin.criteria.scorecards.Definition.Grade;
import io.dunlin.criteria.scorecards.Definition.Line;
import io.dunlin.criteria.scorecards.Definition.Matrix;
import io.dunlin.criteria.scorecards.Definition.Overriding;
import io.dunlin.criteria.scorecards.Definition.Points;
import io.dunlin.criteria.scorecards.ScorePreview;
import io.dunlin.criteria.scorecards.TestScorecards;
import io.dunlin.ledger.indicator.InventedPortfolio.InventedCustomer;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.TestLedger;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** Random cards over customers of whom much is unknown: the SQL gives what one customer after the other would get. */
class ScoresMeanTheSameTest {
    private static final TestLedger LEDGER = new TestLedger("2026-11-22");
    private static final List<InventedCustomer> PORTFOLIO =
            LEDGER.inTenant(() -> InventedPortfolio.in(LEDGER.sql(), LEDGER.company()));
    private static final Map<Long, Criteria> SEARCHES = LEDGER.inTenant(ScoresMeanTheSameTest::searches);
    private static final TestScorecards CARDS =
            TestScorecards.of(LEDGER.sql(), LEDGER.clock(), catalogue(), LedgerCriteria.tables());
    private static final List<String> GRADES = List.of("A", "B", "C", "D");
    private static final long CARD = LEDGER.inTenant(() -> CARDS.changes().save(null, "Card", first()));

    @AfterContainer
    static void close() {
        LEDGER.close();
    }

    @Property(tries = 300)
    void each_customer_gets_what_the_card_says(@ForAll("definitions") Definition definition) {
        var before = given();
        var expected = new TreeMap<String, NaiveScore>();
        PORTFOLIO.forEach(one -> expected.put(one.code(), NaiveScore.of(definition, SEARCHES, one)));
        var changes = expected.entrySet().stream()
                .filter(one -> hasChanged(before.get(one.getKey()), one.getValue()))
                .count();

        var preview = LEDGER.inTenant(() -> CARDS.preview().of(LEDGER.company(), CARD, definition));
        LEDGER.inTenant(() -> CARDS.changes().save(CARD, "Card", definition));
        var history = historySize();
        var outcome = LEDGER.inTenant(() -> CARDS.runs().run(LEDGER.company(), CARD));

        assertThat(given()).isEqualTo(expected);
        assertThat(outcome.customers()).isEqualTo(PORTFOLIO.size());
        assertThat(outcome.changes()).isEqualTo((int) changes);
        assertThat(historySize() - history).isEqualTo(outcome.changes());
        for (var count : preview.outcome().counts()) {
            assertThat(count)
                    .isEqualTo(new ScorePreview.Count(
                            count.grade(), size(before, count.grade()), size(expected, count.grade())));
        }
        // Once more: it is so already.
        assertThat(LEDGER.inTenant(() -> CARDS.runs().run(LEDGER.company(), CARD))
                        .changes())
                .isZero();
    }

    private static boolean hasChanged(@Nullable NaiveScore before, NaiveScore after) {
        return before == null
                || !Objects.equals(before.grade(), after.grade())
                || !String.valueOf(before.points()).equals(String.valueOf(after.points()));
    }

    private static int size(Map<String, NaiveScore> scores, @Nullable String grade) {
        // Whom the card has not seen has no class.
        var none = grade == null ? PORTFOLIO.size() - scores.size() : 0;
        return none
                + (int) scores.values().stream()
                        .filter(score -> Objects.equals(score.grade(), grade))
                        .count();
    }

    private static Map<String, NaiveScore> given() {
        return LEDGER.inTenant(() -> {
            var all = new TreeMap<String, NaiveScore>();
            LEDGER.sql()
                    .select(CUSTOMER.CODE, SCORE.GRADE, SCORE.POINTS, SCORE.OVERRIDE)
                    .from(SCORE)
                    .join(CUSTOMER)
                    .on(CUSTOMER.TENANT_ID.eq(SCORE.TENANT_ID))
                    .and(CUSTOMER.ID.coerce(Long.class).eq(SCORE.SUBJECT_ID))
                    .where(SCORE.SCORECARD_ID.eq(CARD))
                    .forEach(row -> all.put(row.value1(), new NaiveScore(row.value2(), row.value3(), row.value4())));
            return all;
        });
    }

    private static int historySize() {
        return LEDGER.inTenant(() -> LEDGER.sql().fetchCount(SCORE_CHANGE));
    }

    @Provide
    Arbitrary<Definition> definitions() {
        var overrides = Combinators.combine(
                        Arbitraries.of(SEARCHES.keySet()), Arbitraries.of(true, false), Arbitraries.of(GRADES))
                .as((search, own, grade) -> own
                        ? new Overriding(Objects.requireNonNull(SEARCHES.get(search)), grade)
                        : new Overriding(search, "Search", grade))
                .list()
                .ofMaxSize(3);
        var points = Combinators.combine(
                        lines().list().ofMinSize(1).ofMaxSize(5), Arbitraries.of(1, 40, 60, 75, 100), overrides)
                .as((lines, enough, some) -> new Definition(thresholds(), some, new Points(lines, enough)));
        var matrices = Combinators.combine(
                        axes(), axes(), overrides, Arbitraries.integers().between(0, 20))
                .as((rows, columns, some, shift) ->
                        new Definition(thresholds(), some, new Matrix(rows, columns, cells(rows, columns, shift))));
        return Arbitraries.oneOf(points, points, matrices);
    }

    private static List<List<String>> cells(Axis rows, Axis columns, int shift) {
        return IntStream.range(0, rows.bands().size())
                .mapToObj(row -> IntStream.range(0, columns.bands().size())
                        .mapToObj(column -> GRADES.get((row + 2 * column + shift) % 4))
                        .toList())
                .toList();
    }

    private static List<Grade> thresholds() {
        return List.of(grade("A", "75"), grade("B", "50"), grade("C", "25.5"), grade("D", "0"));
    }

    private static Arbitrary<Line> lines() {
        var points =
                Arbitraries.of("0", "10", "33.3", "50", "66.67", "90", "100").map(BigDecimal::new);
        var weights = Arbitraries.of("1", "2.5", "30", "7").map(BigDecimal::new);
        return axes().flatMap(axis -> Combinators.combine(
                        weights, points.list().ofSize(axis.bands().size()), points.injectNull(0.6))
                .as((weight, each, missing) -> new Line(axis, weight, each, missing)));
    }

    private static Arbitrary<Axis> axes() {
        var ends = Arbitraries.of("-50", "0", "100.25", "20", "35.5", "401", "-3", "5")
                .set()
                .ofMaxSize(4);
        var ranges = ends.map(some -> (Bands) new Bands.Ranges(
                List.copyOf(new TreeSet<>(some.stream().map(BigDecimal::new).toList()))));
        var numbers = Combinators.combine(
                        Arbitraries.of(
                                "customer.receivable",
                                "customer.overdue",
                                "customer.delay",
                                "customer.internalScore",
                                "customer.lastPayment"),
                        ranges)
                .as(Axis::new);
        var codes = Arbitraries.of(
                axis("customer.country", "FR", "XX"),
                axis("debtor.country", "IT"),
                axis("customer.blocked", "true", "false"),
                axis("customer.recoveryCost", "true"),
                axis("test.grade", "A", "C"),
                axis("customer.country"));
        return Arbitraries.oneOf(numbers, codes);
    }

    private static Axis axis(String indicator, String... values) {
        return new Axis(indicator, new Bands.Values(List.of(values)));
    }

    private static Grade grade(String name, String from) {
        return new Grade(name, new BigDecimal(from));
    }

    private static Definition first() {
        var line = new Line(
                axis("customer.blocked", "true"), BigDecimal.ONE, List.of(BigDecimal.ZERO, BigDecimal.TEN), null);
        return new Definition(thresholds(), List.of(), new Points(List.of(line), 60));
    }

    private static Map<Long, Criteria> searches() {
        var user = new Users(LEDGER.sql(), LEDGER.clock())
                .create("anna@example.org", "Anna", Role.ADMINISTRATOR, false, "en");
        var all = new LinkedHashMap<Long, Criteria>();
        List.of(
                        Criteria.Test.of("customer.blocked", new Comparison.OneOf(List.of("true"))),
                        Criteria.Test.of("debtor.country", new Comparison.OneOf(List.of("FR"))),
                        new Criteria.Has(
                                Subject.ITEM,
                                false,
                                Criteria.Test.of("item.cleared", new Comparison.OneOf(List.of("true")))))
                .forEach(criteria -> all.put(
                        LEDGER.sql()
                                .insertInto(SAVED_SEARCH)
                                .set(SAVED_SEARCH.TENANT_ID, LEDGER.tenant())
                                .set(SAVED_SEARCH.USER_ID, user.id())
                                .set(SAVED_SEARCH.SUBJECT, "customer")
                                .set(SAVED_SEARCH.NAME, "Search " + all.size())
                                .set(SAVED_SEARCH.CRITERIA, JSONB.valueOf(CriteriaJson.write(criteria)))
                                .returningResult(SAVED_SEARCH.ID)
                                .fetchSingle()
                                .value1(),
                        criteria));
        return all;
    }

    private static Catalogue catalogue() {
        var grade = new Indicator(
                "test.grade",
                Subject.CUSTOMER,
                Kind.GRADE,
                "test",
                "Grade",
                new Value.One(scope -> scope.of(CUSTOMER.CUSTOM_12)),
                List.of("D", "C", "B", "A"));
        return LedgerCriteria.catalogue(
                LEDGER.sql(),
                LEDGER.clock(),
                () -> List.of(grade),
                TestScorecards.indicators(LEDGER.sql(), LedgerCriteria.tables()));
    }
}
