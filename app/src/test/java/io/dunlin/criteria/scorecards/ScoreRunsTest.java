package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.Score.SCORE;
import static io.dunlin.criteria.tables.ScoreChange.SCORE_CHANGE;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerOption.CUSTOMER_OPTION;
import static io.dunlin.ledger.tables.Debtor.DEBTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.SearchChanges;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.rules.RuleChanges;
import io.dunlin.criteria.scorecards.Definition.Axis;
import io.dunlin.criteria.scorecards.Definition.Grade;
import io.dunlin.criteria.scorecards.Definition.Line;
import io.dunlin.criteria.scorecards.Definition.Matrix;
import io.dunlin.criteria.scorecards.Definition.Overriding;
import io.dunlin.criteria.scorecards.Definition.Points;
import io.dunlin.jobs.Cycle;
import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.CustomerId;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.Browser;
import io.dunlin.testing.RunningApplication;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Three customers with our own score: A has 9, B has 4, of C it is not known; B is blocked. */
class ScoreRunsTest extends RunningApplication {
    private TenantId tenant = new TenantId(1);
    private @Nullable User user;
    private @Nullable Company company;
    private Browser browser = new Browser("");

    @BeforeEach
    void three_customers() {
        var subscriber = newTenant();
        tenant = subscriber.tenant();
        user = as(() -> bean(Users.class).all().getFirst());
        company = as(() -> bean(Companies.class).all().getFirst());
        browser = signedIn(subscriber.administrator());
        customer("A", 9, false);
        customer("B", 4, true);
        customer("C", null, false);
    }

    @Test
    void history_grows_only_where_class_or_points_change() {
        var card = save(null, "Own score", ownScore(null));
        assertThat(run(card)).isEqualTo(new ScoreRuns.Outcome(3, 3));
        assertThat(scores(card)).containsExactly("A 100.00", "C 40.00", "null null");
        assertThat(run(card)).isEqualTo(new ScoreRuns.Outcome(3, 0));

        // Another value in the same band: what was seen is told, but it is no change.
        setScore("A", 10);
        assertThat(run(card).changes()).isZero();
        assertThat(seen(card, "A")).isEqualTo("10");
        setScore("B", 9);
        assertThat(run(card).changes()).isEqualTo(1);
        assertThat(historySize(card)).isEqualTo(4);
        assertThat(sheet("B").history())
                .extracting(ScoreSheet.Reading::grade, ScoreSheet.Reading::points)
                .containsExactly(tuple("A", new BigDecimal("100.00")), tuple("C", new BigDecimal("40.00")));
        assertThat(browser.get("/customers/EST/B/scores").body())
                .contains("History (2)", "First score:", "40.00 of 100 points");
    }

    @Test
    void overrides_come_first_and_the_sheet_says_which_one_decided() {
        var blocked = search("Blocked", "customer.blocked", "true");
        var all = search("All", "customer.code", "A", "B");
        var definition = ownScore(null);
        var card = save(
                null,
                "Own score",
                new Definition(
                        definition.grades(),
                        List.of(new Overriding(blocked, "Blocked", "D"), new Overriding(all, "All", "B")),
                        definition.method()));
        run(card);
        assertThat(scores(card)).containsExactly("B 100.00", "D 40.00", "null null");

        var now = sheet("B").now();
        assertThat(now.override()).isEqualTo("Blocked");
        assertThat(now.byPoints()).isEqualTo("C");
        assertThat(browser.get("/customers/EST/B/scores").body())
                .contains("The search “Blocked” finds this customer, and so the class is D")
                .contains("2.5 to less than 5");
        assertThatThrownBy(() -> as(() -> {
                    bean(SearchChanges.class).remove(blocked);
                    return blocked;
                }))
                .hasMessage("criteria.scorecards.searchInUse");
    }

    @Test
    void what_is_missing_is_left_out_or_given_points_as_the_line_says() {
        var leftOut = save(null, "Left out", ownScore(null));
        var given = save(null, "Given", ownScore("30"));
        run(leftOut);
        run(given);
        assertThat(scores(leftOut)).endsWith("null null");
        assertThat(scores(given)).endsWith("C 30.00");
        assertThat(browser.get("/customers/EST/C/scores").body())
                .contains("Too little is known: 0 % of the weight, and at least 60 % have to be.");
    }

    @Test
    void a_card_uses_another_ones_class_and_rules_find_both_as_soon_as_they_are_there() {
        var base = save(null, "Own score", ownScore(null));
        var matrix = save(
                null,
                "Above",
                new Definition(
                        List.of(new Grade("Go", null), new Grade("Stop", null)),
                        List.of(),
                        new Matrix(
                                new Axis("scorecard.%d.class".formatted(base), new Bands.Values(List.of("A"))),
                                new Axis("customer.blocked", new Bands.Values(List.of("true"))),
                                List.of(List.of("Stop", "Go"), List.of("Stop", "Stop")))));
        var search = search("Go", "scorecard.%d.class".formatted(matrix), "Go");
        as(() -> bean(RuleChanges.class).add("internalScore", new RuleChanges.Wish(search, "7", true, false, false)));

        // One cycle: the base, then what looks at it, then the rules that look at that.
        as(() -> {
            bean(Cycle.class).runAfterImport(company());
            return search;
        });
        assertThat(scores(matrix)).containsExactly("Go null", "Stop null", "null null");
        assertThat(ownScoreOf("A")).isEqualTo((short) 7);
        assertThat(ownScoreOf("B")).isEqualTo((short) 4);
        assertThat(found(Criteria.Test.of("scorecard.%d.points".formatted(base), new Comparison.Better("50"))))
                .isEqualTo(1);
        assertThat(found(Criteria.Test.of("scorecard.%d.class".formatted(base), new Comparison.Worse("B"))))
                .isEqualTo(1);
        assertThatThrownBy(() -> as(() -> {
                    bean(CardChanges.class).remove(base);
                    return base;
                }))
                .hasMessage("criteria.scorecards.inUse");
    }

    @Test
    void a_circle_is_refused_with_its_names_and_one_made_by_a_search_stops_only_its_own_cards() {
        var first = save(null, "First", ownScore(null));
        var second = save(null, "Second", over("scorecard.%d.class".formatted(first)));
        assertThat(as(() ->
                        bean(CardChanges.class).flaws(first, "First", over("scorecard.%d.class".formatted(second)))))
                .extracting(Flaw::key, flaw -> flaw.arguments().getFirst())
                .containsExactly(tuple("criteria.scorecards.bad.circle", "First → Second → First"));
        assertThatThrownBy(() -> save(first, "First", over("scorecard.%d.points".formatted(first))))
                .isInstanceOf(Rejected.class)
                .hasMessage("criteria.scorecards.bad.circle");

        // A search that a card goes by is changed behind its back.
        var search = search("Sly", "customer.code", "A");
        var definition = ownScore(null);
        save(
                first,
                "First",
                new Definition(definition.grades(), List.of(new Overriding(search, "Sly", "D")), definition.method()));
        var apart = save(null, "Apart", ownScore(null));
        as(() -> {
            bean(SearchChanges.class)
                    .overwrite(
                            search,
                            Criteria.Test.of(
                                    "scorecard.%d.class".formatted(second), new Comparison.OneOf(List.of("D"))));
            bean(ScoreRuns.class).runAll(company());
            return search;
        });
        assertThat(scores(apart)).hasSize(3);
        assertThat(scores(first)).isEmpty();
        assertThat(as(() -> bean(CardChanges.class).broken())).containsOnlyKeys(first, second);
        assertThat(browser.get("/settings/scorecards").body())
                .contains("Until it is mended, its scores stay as they are.");
    }

    @Test
    void another_tenant_sees_neither_cards_nor_scores() {
        var card = save(null, "Own score", ownScore(null));
        run(card);
        var other = newTenant();
        CurrentTenant.run(
                other.tenant(),
                () -> bean(TransactionTemplate.class).executeWithoutResult(status -> {
                    assertThat(bean(Scorecards.class).all()).isEmpty();
                    assertThat(bean(Catalogue.class).now().find("scorecard.%d.class".formatted(card)))
                            .isEmpty();
                    assertThat(bean(DSLContext.class).fetchCount(SCORE)).isZero();
                    assertThat(bean(DSLContext.class).fetchCount(SCORE_CHANGE)).isZero();
                }));
        assertThat(signedIn(other.administrator())
                        .get("/settings/scorecards/" + card)
                        .statusCode())
                .isEqualTo(404);
        assertThat(signedIn(newUser(tenant, Role.COLLECTOR))
                        .get("/settings/scorecards")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void every_flaw_is_named_with_its_place() {
        var line = new Line(
                new Axis("customer.internalScore", new Bands.Ranges(numbers("50", "25"))),
                new BigDecimal("-1"),
                numbers("10", "20", "101"),
                null);
        var definition = new Definition(
                List.of(grade("A", "50"), grade("B", "60"), grade("C", "1")),
                List.of(new Overriding(4711, "Gone", "Z")),
                new Points(List.of(line), 0));
        assertThat(as(() -> bean(CardChanges.class).flaws(null, " ", definition)))
                .extracting(Flaw::place)
                .containsExactlyInAnyOrder(
                        "name",
                        "grade.1.from",
                        "grade.2.from",
                        "override.0.grade",
                        "override.0.search",
                        "line.0.band.1",
                        "line.0.weight",
                        "line.0.points.2",
                        "enough");
    }

    /** A from 75, B from 50, C from 25, D below; our own score below 2.5 gives 0, below 5 gives 40, else 100. */
    private static Definition ownScore(@Nullable String missing) {
        var line = new Line(
                new Axis("customer.internalScore", new Bands.Ranges(numbers("2.5", "5"))),
                BigDecimal.ONE,
                numbers("0", "40", "100"),
                missing == null ? null : new BigDecimal(missing));
        return new Definition(grades(), List.of(), new Points(List.of(line), 60));
    }

    private static Definition over(String indicator) {
        var bands = indicator.endsWith("class")
                ? new Bands.Values(List.of("A", "B"))
                : new Bands.Ranges(numbers("20", "60"));
        var line = new Line(new Axis(indicator, bands), BigDecimal.ONE, numbers("100", "50", "0"), null);
        return new Definition(grades(), List.of(), new Points(List.of(line), 60));
    }

    private static List<Grade> grades() {
        return List.of(grade("A", "75"), grade("B", "50"), grade("C", "25"), grade("D", "0"));
    }

    private static Grade grade(String name, String from) {
        return new Grade(name, new BigDecimal(from));
    }

    private static List<BigDecimal> numbers(String... some) {
        return List.of(some).stream().map(BigDecimal::new).toList();
    }

    private long save(@Nullable Long id, String name, Definition definition) {
        return as(() -> bean(CardChanges.class).save(id, name, definition));
    }

    private ScoreRuns.Outcome run(long card) {
        return as(() -> bean(ScoreRuns.class).run(company(), card));
    }

    /** Class and points by code of the customer. */
    private List<String> scores(long card) {
        return as(() -> bean(DSLContext.class)
                .select(SCORE.GRADE, SCORE.POINTS)
                .from(SCORE)
                .join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(SCORE.TENANT_ID))
                .and(CUSTOMER.ID.coerce(Long.class).eq(SCORE.SUBJECT_ID))
                .where(SCORE.TENANT_ID.eq(tenant))
                .and(SCORE.SCORECARD_ID.eq(card))
                .orderBy(CUSTOMER.CODE)
                .fetch(row -> row.value1() + " " + row.value2()));
    }

    private @Nullable String seen(long card, String code) {
        return as(() -> bean(DSLContext.class)
                .select(SCORE.SEEN)
                .from(SCORE)
                .where(SCORE.TENANT_ID.eq(tenant))
                .and(SCORE.SCORECARD_ID.eq(card))
                .and(SCORE.SUBJECT_ID.eq(id(code).value()))
                .fetchSingle()
                .value1())[0];
    }

    private ScoreSheet sheet(String code) {
        // In whose language: as a page would.
        return as(() -> bean(ScoreSheets.class).of(id(code).value())).getFirst();
    }

    private int historySize(long card) {
        return as(() -> bean(DSLContext.class)
                .fetchCount(SCORE_CHANGE, SCORE_CHANGE.TENANT_ID.eq(tenant).and(SCORE_CHANGE.SCORECARD_ID.eq(card))));
    }

    private int found(Criteria criteria) {
        return as(() -> {
            var selection = bean(Selections.class)
                    .of(Subject.CUSTOMER, criteria, company().today(clock()));
            return bean(DSLContext.class)
                    .selectCount()
                    .from(selection.from())
                    .where(selection.where())
                    .fetchSingle()
                    .value1();
        });
    }

    private long search(String name, String indicator, String... values) {
        var criteria = Criteria.Test.of(indicator, new Comparison.OneOf(List.of(values)));
        return as(() -> bean(SearchChanges.class).save(Subject.CUSTOMER, name, criteria, true));
    }

    private void customer(String code, @Nullable Integer score, boolean blocked) {
        as(() -> {
            var sql = bean(DSLContext.class);
            var now = OffsetDateTime.parse("2026-11-22T08:00:00Z");
            var debtor = sql.insertInto(DEBTOR)
                    .set(DEBTOR.TENANT_ID, tenant)
                    .set(DEBTOR.NAME, code)
                    .returningResult(DEBTOR.ID)
                    .fetchSingle()
                    .value1();
            var id = sql.insertInto(CUSTOMER)
                    .set(CUSTOMER.TENANT_ID, tenant)
                    .set(CUSTOMER.COMPANY_ID, company().id())
                    .set(CUSTOMER.DEBTOR_ID, debtor)
                    .set(CUSTOMER.CODE, code)
                    .set(CUSTOMER.CODE_KEY, code)
                    .set(CUSTOMER.NAME, "Customer " + code)
                    .set(CUSTOMER.SEARCH_KEY, "customer " + code)
                    .set(CUSTOMER.BLOCKED, blocked)
                    .set(CUSTOMER.CREATED_AT, now)
                    .set(CUSTOMER.CHANGED_AT, now)
                    .returningResult(CUSTOMER.ID)
                    .fetchSingle()
                    .value1();
            return score == null
                    ? 0
                    : sql.insertInto(CUSTOMER_OPTION)
                            .set(CUSTOMER_OPTION.TENANT_ID, tenant)
                            .set(CUSTOMER_OPTION.CUSTOMER_ID, id)
                            .set(CUSTOMER_OPTION.INTERNAL_SCORE, score.shortValue())
                            .execute();
        });
    }

    private void setScore(String code, int score) {
        as(() -> bean(DSLContext.class)
                .update(CUSTOMER_OPTION)
                .set(CUSTOMER_OPTION.INTERNAL_SCORE, (short) score)
                .where(CUSTOMER_OPTION.TENANT_ID.eq(tenant))
                .and(CUSTOMER_OPTION.CUSTOMER_ID.eq(id(code)))
                .execute());
    }

    private short ownScoreOf(String code) {
        return as(() -> bean(DSLContext.class)
                .select(CUSTOMER_OPTION.INTERNAL_SCORE)
                .from(CUSTOMER_OPTION)
                .where(CUSTOMER_OPTION.TENANT_ID.eq(tenant))
                .and(CUSTOMER_OPTION.CUSTOMER_ID.eq(id(code)))
                .fetchSingle()
                .value1());
    }

    private CustomerId id(String code) {
        return bean(DSLContext.class)
                .select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(tenant))
                .and(CUSTOMER.CODE.eq(code))
                .fetchSingle()
                .value1();
    }

    private Company company() {
        return Objects.requireNonNull(company);
    }

    private <T> T as(Supplier<T> work) {
        var who = user;
        return CurrentTenant.call(tenant, () -> {
            Supplier<T> inTransaction =
                    () -> Objects.requireNonNull(bean(TransactionTemplate.class).execute(status -> work.get()));
            return who == null ? inTransaction.get() : CurrentUser.callThrowing(who, inTransaction::get);
        });
    }
}
