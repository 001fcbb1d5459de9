package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Comparison.Against;
import io.dunlin.criteria.Comparison.Part;
import io.dunlin.criteria.Comparison.Way;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.CriteriaJson;
import io.dunlin.criteria.CriteriaText;
import io.dunlin.criteria.Draft;
import io.dunlin.criteria.DraftReading;
import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.Indicator.Value;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.outside.OutsideFactsOf;
import io.dunlin.criteria.outside.OutsideIndicators;
import io.dunlin.criteria.scorecards.TestScorecards;
import io.dunlin.ledger.indicator.InventedPortfolio.InventedCustomer;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.testing.TestLedger;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import tools.jackson.databind.json.JsonMapper;

class CriteriaMeanTheSameTest {
    private static final TestLedger LEDGER = new TestLedger("2026-11-22");
    private static final OutsideIndicators OUTSIDE = new OutsideIndicators(
            LEDGER.sql(),
            LEDGER.clock(),
            new AuditTrail(LEDGER.sql(), LEDGER.clock(), new CurrentUser(), new JsonMapper()));
    private static final List<InventedCustomer> PORTFOLIO = LEDGER.inTenant(() -> {
        OUTSIDE.add("Score", "Bureau", Kind.SCORE, List.of());
        OUTSIDE.add("Risk", "Bureau", Kind.RISK, List.of());
        OUTSIDE.add("Grade", "Bureau", Kind.GRADE, List.of("C", "B", "A"));
        return InventedPortfolio.in(LEDGER.sql(), LEDGER.company(), OUTSIDE.all());
    });
    private static final List<Long> CARDS =
            LEDGER.inTenant(() -> InventedScores.in(LEDGER.sql(), LEDGER.company(), PORTFOLIO));
    private static final Catalogue CATALOGUE = catalogue();
    private static final Selections SELECTIONS = LedgerCriteria.selections(CATALOGUE);

    @AfterContainer
    static void close() {
        LEDGER.close();
    }

    @Property(tries = 400)
    void compiled_criteria_select_what_they_mean_row_by_row(@ForAll("criteria") Criteria criteria) {
        assertThat(selected(criteria)).isEqualTo(NaiveEvaluation.customers(PORTFOLIO, criteria));
    }

    @Property(tries = 400)
    void by_their_facts_the_same_customers_are_selected(@ForAll("criteria") Criteria criteria) {
        var byFacts = LEDGER.inTenant(() -> {
            var selection = SELECTIONS.over(CUSTOMER_FACT, Subject.CUSTOMER, criteria, InventedPortfolio.TODAY);
            var code = selection.scope().of(CUSTOMER.CODE);
            return LEDGER.sql().select(code).from(selection.from()).where(selection.where()).fetch(code).stream()
                    .sorted()
                    .toList();
        });

        var withFacts = PORTFOLIO.stream()
                .filter(customer -> customer.facts().containsKey("customer.receivable"))
                .toList();
        assertThat(byFacts).isEqualTo(NaiveEvaluation.customers(withFacts, criteria));
    }

    @Property(tries = 200)
    void criteria_are_the_same_after_being_written_and_read(@ForAll("criteria") Criteria criteria) {
        assertThat(CriteriaJson.read(CriteriaJson.write(criteria))).isEqualTo(criteria);
    }

    @Property(tries = 200)
    void criteria_are_the_same_after_an_address(@ForAll("criteria") Criteria criteria) {
        assertThat(CriteriaText.read(CriteriaText.write(criteria))).isEqualTo(criteria);
    }

    @Property(tries = 200)
    void criteria_mean_the_same_after_the_builder(@ForAll("criteria") Criteria criteria) {
        Assume.that(!asksForNothing(criteria));
        var read = LEDGER.inTenant(() -> DraftReading.read(Subject.CUSTOMER, Draft.of(criteria), CATALOGUE.now()));

        assertThat(read.bad()).isEmpty();
        assertThat(read.open()).isZero();
        assertThat(selected(read.criteria())).isEqualTo(NaiveEvaluation.customers(PORTFOLIO, criteria));
    }

    /** The builder leaves out a group without parts. */
    private static boolean asksForNothing(Criteria criteria) {
        return switch (criteria) {
            case Criteria.All(var of) -> of.isEmpty() || of.stream().anyMatch(one -> asksForNothing(one));
            case Criteria.Any(var of) -> of.isEmpty() || of.stream().anyMatch(one -> asksForNothing(one));
            case Criteria.Not(var of) -> asksForNothing(of);
            case Criteria.Has has -> asksForNothing(has.that());
            case Criteria.Test test -> false;
        };
    }

    private static List<String> selected(Criteria criteria) {
        return LEDGER.inTenant(() -> {
            var selection = SELECTIONS.of(Subject.CUSTOMER, criteria, InventedPortfolio.TODAY);
            var code = selection.scope().of(CUSTOMER.CODE);
            return LEDGER.sql().select(code).from(selection.from()).where(selection.where()).fetch(code).stream()
                    .sorted()
                    .toList();
        });
    }

    @Provide
    Arbitrary<Criteria> criteria() {
        return trees(Set.of("customer", "debtor", "test", "scorecard"), 3);
    }

    private static Arbitrary<Criteria> trees(Set<String> subjects, int depth) {
        var leaves = tests(subjects);
        if (depth == 0) {
            return leaves;
        }
        var inner = trees(subjects, depth - 1);
        var several = inner.list().ofMaxSize(3);
        var plain = Arbitraries.oneOf(
                leaves, several.map(Criteria.All::new), several.map(Criteria.Any::new), inner.map(Criteria.Not::new));
        if (subjects.contains("item")) {
            return plain;
        }
        var withItem = new TreeSet<>(subjects);
        withItem.add("item");
        var items = Combinators.combine(Arbitraries.of(true, false), trees(withItem, 1))
                .as((none, that) -> (Criteria) new Criteria.Has(Subject.ITEM, none, that));
        return Arbitraries.oneOf(plain, items);
    }

    private static Arbitrary<Criteria> tests(Set<String> subjects) {
        var flags = Arbitraries.of(true, false);
        var known = Stream.concat(comparisons().stream(), scores().stream())
                .filter(one -> subjects.contains(
                        one.indicator().substring(0, one.indicator().indexOf('.'))))
                .toList();
        return Arbitraries.of(known)
                .flatMap(one -> Combinators.combine(one.comparison(), flags, flags)
                        .as((comparison, negated, orUnknown) ->
                                new Criteria.Test(one.indicator(), comparison, negated, orUnknown)));
    }

    /** Two cards, so that one is not taken for the other, and what one of them gave is asked for in several places. */
    private static List<Comparable> scores() {
        var points = Arbitraries.of("0", "25", "62.5", "100");
        return CARDS.stream()
                .flatMap(card -> Stream.of(
                        new Comparable(
                                "scorecard.%d.class".formatted(card),
                                Arbitraries.oneOf(
                                        grades().map(Comparison.Better::new),
                                        grades().map(Comparison.Worse::new),
                                        codes("A", "B", "D"),
                                        empty())),
                        new Comparable(
                                "scorecard.%d.points".formatted(card),
                                Arbitraries.oneOf(
                                        points.map(Comparison.Better::new),
                                        points.map(Comparison.Worse::new),
                                        bounds(),
                                        against("scorecard.%d.points".formatted(CARDS.getFirst())),
                                        empty()))))
                .toList();
    }

    private static Arbitrary<String> grades() {
        return Arbitraries.of("A", "B", "C", "D");
    }

    private record Comparable(String indicator, Arbitrary<? extends Comparison> comparison) {}

    private static List<Comparable> comparisons() {
        var text = Arbitraries.oneOf(
                parts("lyon", "é", "SAINT", "ville_", "%", "ne", "o"), codes("lyon", "Evry", "nowhere"), empty());
        var amount = Arbitraries.oneOf(bounds(), empty(), against("customer.receivable"), against("customer.overdue"));
        var date = Arbitraries.oneOf(days(), empty());
        return List.of(
                new Comparable("customer.city", text),
                new Comparable(
                        "customer.code",
                        Arbitraries.oneOf(codes("c1", "C2", "C30", "' or true --"), parts("c1", "0", "C2", "_"))),
                new Comparable("customer.country", Arbitraries.oneOf(codes("FR", "DE", "XX"), empty())),
                new Comparable("customer.blocked", codes("true", "false")),
                new Comparable("customer.receivable", amount),
                new Comparable("customer.receivable", moves(Way.ROSE, Way.FELL)),
                new Comparable("customer.overdue", amount),
                new Comparable("customer.delay", Arbitraries.oneOf(bounds(), empty())),
                new Comparable("customer.delay", moves(Way.ROSE, Way.FELL)),
                new Comparable("customer.lastPayment", Arbitraries.oneOf(date, changes())),
                new Comparable("outside.score", ranks("0", "25", "60")),
                new Comparable("outside.score", moves(Way.IMPROVED, Way.WORSENED)),
                new Comparable("outside.risk", ranks("0", "25", "60")),
                new Comparable("outside.risk", moves(Way.IMPROVED, Way.WORSENED)),
                new Comparable("outside.grade", Arbitraries.oneOf(codes("A", "C"), empty(), ranks("A", "B", "C"))),
                new Comparable("outside.grade", steps()),
                new Comparable("customer.groups", Arbitraries.oneOf(codes("1", "2", "3", "x"), empty())),
                new Comparable("test.grade", Arbitraries.oneOf(ranks("A", "B", "C", "D"), codes("A", "D"))),
                new Comparable("customer.recoveryCost", codes("true", "false")),
                new Comparable("customer.internalScore", Arbitraries.oneOf(ranks("0", "5", "10"), bounds(), empty())),
                new Comparable("debtor.country", Arbitraries.oneOf(codes("FR", "IT"), empty())),
                new Comparable("item.kind", codes("INVOICE")),
                new Comparable(
                        "item.openAmount",
                        Arbitraries.oneOf(bounds(), against("item.originalAmount"), against("customer.overdue"))),
                new Comparable("item.daysOverdue", Arbitraries.oneOf(bounds(), empty())),
                new Comparable("item.dueDate", date),
                new Comparable("item.clearedOn", date),
                new Comparable("item.cleared", codes("true", "false")),
                new Comparable("item.purchaseOrder", Arbitraries.oneOf(codes("po-1", "PO 2"), empty())));
    }

    private static Arbitrary<Integer> ago() {
        return Arbitraries.of(0, 1, 20, 45, 89, 200);
    }

    private static Arbitrary<Comparison> changes() {
        return ago().map(Comparison.Changed::new);
    }

    private static Arbitrary<Comparison> moves(Way... ways) {
        var by = Arbitraries.of("0.5", "25", "100.25").map(BigDecimal::new);
        var moved = Combinators.combine(Arbitraries.of(ways), by, ago())
                .as((way, much, days) -> (Comparison) new Comparison.Moved(way, much, days));
        var crossed = Combinators.combine(Arbitraries.of(ways), Arbitraries.of("-10", "0", "25", "100.25"), ago())
                .as((way, value, days) -> (Comparison) new Comparison.Crossed(way, value, days));
        return Arbitraries.oneOf(moved, crossed, changes());
    }

    private static Arbitrary<Comparison> steps() {
        var ways = Arbitraries.of(Way.IMPROVED, Way.WORSENED);
        var moved = Combinators.combine(ways, Arbitraries.of("1", "2").map(BigDecimal::new), ago())
                .as((way, much, days) -> (Comparison) new Comparison.Moved(way, much, days));
        var crossed = Combinators.combine(ways, Arbitraries.of("A", "B", "C"), ago())
                .as((way, value, days) -> (Comparison) new Comparison.Crossed(way, value, days));
        return Arbitraries.oneOf(moved, crossed, changes());
    }

    private static Arbitrary<Comparison> ranks(String... values) {
        return Arbitraries.oneOf(
                Arbitraries.of(values).map(Comparison.Better::new),
                Arbitraries.of(values).map(Comparison.Worse::new));
    }

    private static Arbitrary<Comparison> empty() {
        return Arbitraries.just(new Comparison.Empty());
    }

    private static Arbitrary<Part> parts(String... texts) {
        return Combinators.combine(Arbitraries.of(Part.Place.values()), Arbitraries.of(texts))
                .as(Part::new);
    }

    private static Arbitrary<Comparison> codes(String... codes) {
        return Arbitraries.of(codes).list().ofMinSize(1).ofMaxSize(3).map(Comparison.OneOf::new);
    }

    private static Arbitrary<Comparison> bounds() {
        var low = Arbitraries.integers().between(-3, 6).map(n -> new BigDecimal(n).multiply(new BigDecimal("50.125")));
        return Arbitraries.oneOf(
                low.map(from -> new Comparison.Between(from, null)),
                low.map(to -> new Comparison.Between(null, to)),
                low.map(from -> new Comparison.Between(from, from.add(new BigDecimal("200.50")))));
    }

    private static Arbitrary<Comparison> against(String other) {
        return Combinators.combine(
                        Arbitraries.of(Against.Relation.values()), Arbitraries.of("100", "50", "90.5", "0", "-10"))
                .as((relation, percent) -> new Against(relation, new BigDecimal(percent), other));
    }

    private static Arbitrary<Comparison> days() {
        var count = Arbitraries.of(0, 1, 10, 30, 79, 365);
        return Arbitraries.oneOf(
                count.map(Comparison.InLast::new),
                count.map(Comparison.InNext::new),
                count.map(Comparison.LongerAgo::new),
                count.map(n -> new Comparison.Days(InventedPortfolio.TODAY.minusDays(n), null)),
                count.map(n -> new Comparison.Days(null, InventedPortfolio.TODAY.minusDays(n))));
    }

    private static Catalogue catalogue() {
        IndicatorSource grade = () -> List.of(new Indicator(
                "test.grade",
                Subject.CUSTOMER,
                Kind.GRADE,
                "behaviour",
                "Grade",
                new Value.One(scope -> scope.of(CUSTOMER.CUSTOM_12)),
                List.of("D", "C", "B", "A")));
        return LedgerCriteria.catalogue(
                LEDGER.sql(),
                LEDGER.clock(),
                grade,
                OutsideFactsOf.tenant(OUTSIDE, LedgerCriteria.tables()),
                TestScorecards.indicators(LEDGER.sql(), LedgerCriteria.tables()));
    }
}
