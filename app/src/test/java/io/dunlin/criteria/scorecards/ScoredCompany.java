package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.Score.SCORE;
import static io.dunlin.criteria.tables.ScoreChange.SCORE_CHANGE;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerOption.CUSTOMER_OPTION;
import static io.dunlin.ledger.tables.Debtor.DEBTOR;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.SearchChanges;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.scorecards.Definition.Axis;
import io.dunlin.criteria.scorecards.Definition.Grade;
import io.dunlin.criteria.scorecards.Definition.Line;
import io.dunlin.criteria.scorecards.Definition.Points;
import io.dunlin.ledger.CustomerId;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
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
import org.springframework.transaction.support.TransactionTemplate;

/** Three customers with our own score: A has 9, B has 4, of C it is not known; B is blocked. */
abstract class ScoredCompany extends RunningApplication {
    TenantId tenant = new TenantId(1);

    @Nullable
    User user;

    @Nullable
    Company company;

    Browser browser = new Browser("");

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

    /** A from 75, B from 50, C from 25, D below; our own score below 2.5 gives 0, below 5 gives 40, else 100. */
    static Definition ownScore(@Nullable String missing) {
        var line = new Line(
                new Axis("customer.internalScore", new Bands.Ranges(numbers("2.5", "5"))),
                BigDecimal.ONE,
                numbers("0", "40", "100"),
                missing == null ? null : new BigDecimal(missing));
        return new Definition(grades(), List.of(), new Points(List.of(line), 60));
    }

    static Definition over(String indicator) {
        var bands = indicator.endsWith("class")
                ? new Bands.Values(List.of("A", "B"))
                : new Bands.Ranges(numbers("20", "60"));
        var line = new Line(new Axis(indicator, bands), BigDecimal.ONE, numbers("100", "50", "0"), null);
        return new Definition(grades(), List.of(), new Points(List.of(line), 60));
    }

    static List<Grade> grades() {
        return List.of(grade("A", "75"), grade("B", "50"), grade("C", "25"), grade("D", "0"));
    }

    static Grade grade(String name, String from) {
        return new Grade(name, new BigDecimal(from));
    }

    static List<BigDecimal> numbers(String... some) {
        return List.of(some).stream().map(BigDecimal::new).toList();
    }

    long save(@Nullable Long id, String name, Definition definition) {
        return as(() -> bean(CardChanges.class).save(id, name, definition));
    }

    ScoreRuns.Outcome run(long card) {
        return as(() -> bean(ScoreRuns.class).run(company(), card));
    }

    /** Class and points by code of the customer. */
    List<String> scores(long card) {
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

    @Nullable
    String seen(long card, String code) {
        return as(() -> bean(DSLContext.class)
                .select(SCORE.SEEN)
                .from(SCORE)
                .where(SCORE.TENANT_ID.eq(tenant))
                .and(SCORE.SCORECARD_ID.eq(card))
                .and(SCORE.SUBJECT_ID.eq(id(code).value()))
                .fetchSingle()
                .value1())[0];
    }

    ScoreSheet sheet(String code) {
        // In whose language: as a page would.
        return as(() -> bean(ScoreSheets.class).of(id(code).value())).getFirst();
    }

    int historySize(long card) {
        return as(() -> bean(DSLContext.class)
                .fetchCount(SCORE_CHANGE, SCORE_CHANGE.TENANT_ID.eq(tenant).and(SCORE_CHANGE.SCORECARD_ID.eq(card))));
    }

    int found(Criteria criteria) {
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

    long search(String name, String indicator, String... values) {
        var criteria = Criteria.Test.of(indicator, new Comparison.OneOf(List.of(values)));
        return as(() -> bean(SearchChanges.class).save(Subject.CUSTOMER, name, criteria, true));
    }

    void customer(String code, @Nullable Integer score, boolean blocked) {
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

    void setScore(String code, int score) {
        as(() -> bean(DSLContext.class)
                .update(CUSTOMER_OPTION)
                .set(CUSTOMER_OPTION.INTERNAL_SCORE, (short) score)
                .where(CUSTOMER_OPTION.TENANT_ID.eq(tenant))
                .and(CUSTOMER_OPTION.CUSTOMER_ID.eq(id(code)))
                .execute());
    }

    short ownScoreOf(String code) {
        return as(() -> bean(DSLContext.class)
                .select(CUSTOMER_OPTION.INTERNAL_SCORE)
                .from(CUSTOMER_OPTION)
                .where(CUSTOMER_OPTION.TENANT_ID.eq(tenant))
                .and(CUSTOMER_OPTION.CUSTOMER_ID.eq(id(code)))
                .fetchSingle()
                .value1());
    }

    CustomerId id(String code) {
        return bean(DSLContext.class)
                .select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(tenant))
                .and(CUSTOMER.CODE.eq(code))
                .fetchSingle()
                .value1();
    }

    Company company() {
        return Objects.requireNonNull(company);
    }

    <T> T as(Supplier<T> work) {
        var who = user;
        return CurrentTenant.call(tenant, () -> {
            Supplier<T> inTransaction =
                    () -> Objects.requireNonNull(bean(TransactionTemplate.class).execute(status -> work.get()));
            return who == null ? inTransaction.get() : CurrentUser.callThrowing(who, inTransaction::get);
        });
    }
}
