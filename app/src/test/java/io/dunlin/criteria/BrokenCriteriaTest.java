package io.dunlin.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dunlin.criteria.Indicator.Kind;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class BrokenCriteriaTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private final Selections selections = new Selections(
            new Catalogue(List.of(() -> List.of(
                    indicator("customer.city", Kind.TEXT),
                    indicator("customer.overdue", Kind.AMOUNT),
                    indicator("customer.lastPayment", Kind.DATE)))),
            new NoTables(),
            List.of(),
            List.of());

    @Test
    void what_is_no_json_is_said_to_be_none() {
        assertThat(refusal("{").key()).isEqualTo("criteria.bad.json");
        assertThat(refusal("[]").key()).isEqualTo("criteria.bad.part");
        assertThat(refusal("null").key()).isEqualTo("criteria.bad.part");
        assertThat(refusal("").key()).startsWith("criteria.bad.");
    }

    @Test
    void a_refusal_names_the_place_in_the_tree() {
        var refusal = refusal("""
                {"all": [
                    {"indicator": "customer.city", "contains": "lyon"},
                    {"any": [{"not": {"indicator": "customer.overdue", "between": {"from": "lots"}}}]}
                ]}""");

        assertThat(refusal.key()).isEqualTo("criteria.bad.number");
        assertThat(refusal.arguments()).containsExactly("all[1].any[0].not.between.from", "lots");
    }

    @Test
    void an_indicator_that_is_gone_is_named() {
        var refusal = refusal("{\"any\": [{\"indicator\": \"bureau.score\", \"betterThan\": 50}]}");

        assertThat(refusal.key()).isEqualTo("criteria.bad.indicator");
        assertThat(refusal.arguments()).containsExactly("any[0]", "bureau.score");
    }

    @Test
    void a_comparison_must_fit_its_indicator() {
        assertThat(refusal("{\"indicator\": \"customer.city\", \"between\": {\"from\": 1}}")
                        .key())
                .isEqualTo("criteria.bad.comparison");
        assertThat(refusal("{\"indicator\": \"customer.overdue\", \"contains\": \"1\"}")
                        .key())
                .isEqualTo("criteria.bad.comparison");
        assertThat(refusal("{\"indicator\": \"customer.overdue\", \"atLeast\": {\"of\": \"customer.city\"}}")
                        .key())
                .isEqualTo("criteria.bad.comparison");
    }

    @Test
    void what_became_of_a_value_is_asked_only_where_earlier_ones_are_kept() {
        assertThat(refusal("{\"indicator\": \"customer.overdue\", \"changed\": 30}")
                        .key())
                .isEqualTo("criteria.bad.past");
        assertThat(refusal("{\"indicator\": \"customer.city\", \"rose\": {\"by\": 1, \"days\": 30}}")
                        .key())
                .isEqualTo("criteria.bad.comparison");
        assertThat(refusal("{\"indicator\": \"customer.overdue\", \"worsened\": {\"by\": 1, \"days\": 30}}")
                        .key())
                .isEqualTo("criteria.bad.comparison");
        assertThat(refusal("{\"indicator\": \"customer.overdue\", \"rose\": {\"days\": 30}}")
                        .arguments())
                .containsExactly("rose.by", "");
        assertThat(refusal("{\"indicator\": \"customer.overdue\", \"rose\": {\"by\": 5}}")
                        .key())
                .isEqualTo("criteria.bad.number");
        assertThat(refusal("{\"indicator\": \"customer.overdue\", \"fellBelow\": {\"value\": \"x\", \"days\": 3}}")
                        .key())
                .startsWith("criteria.bad.");
    }

    @Test
    void exactly_one_comparison_is_asked_for() {
        assertThat(refusal("{\"indicator\": \"customer.city\"}").key()).isEqualTo("criteria.bad.one");
        assertThat(refusal("{\"indicator\": \"customer.city\", \"contains\": \"a\", \"empty\": true}")
                        .key())
                .isEqualTo("criteria.bad.one");
        assertThat(refusal("{\"all\": [], \"any\": []}").key()).isEqualTo("criteria.bad.part");
    }

    @Test
    void days_that_do_not_exist_are_refused() {
        assertThat(refusal("{\"indicator\": \"customer.lastPayment\", \"days\": {\"from\": \"2026-02-30\"}}")
                        .key())
                .isEqualTo("criteria.bad.date");
        assertThat(refusal("{\"indicator\": \"customer.lastPayment\", \"inLast\": 99999}")
                        .key())
                .isEqualTo("criteria.bad.days");
        assertThat(refusal("{\"indicator\": \"customer.lastPayment\", \"inLast\": -1}")
                        .key())
                .isEqualTo("criteria.bad.number");
        assertThat(refusal("{\"indicator\": \"customer.lastPayment\", \"days\": {}}")
                        .key())
                .isEqualTo("criteria.bad.bounds");
    }

    @Test
    void a_thousand_levels_and_a_thousand_parts_are_too_many() {
        assertThat(refusal("{\"not\":".repeat(1000) + "{}" + "}".repeat(1000)).key())
                .startsWith("criteria.bad.");
        assertThat(refusal("{\"not\":".repeat(30) + "{\"all\":[]}" + "}".repeat(30))
                        .key())
                .isEqualTo("criteria.bad.deep");
        var part = "{\"indicator\": \"customer.city\", \"empty\": true}";
        assertThat(refusal("{\"all\": [" + String.join(",", Collections.nCopies(1000, part)) + "]}")
                        .key())
                .isIn("criteria.bad.part", "criteria.bad.large");
    }

    @Test
    void a_list_of_ten_thousand_is_one_bound_value_and_one_of_a_million_is_refused() {
        var codes = Collections.nCopies(10_000, "'; drop table ledger.customer; --");
        var criteria = Criteria.Test.of("customer.city", new Comparison.OneOf(codes));

        selections.check(Subject.CUSTOMER, criteria);

        var many = Criteria.Test.of("customer.city", new Comparison.OneOf(Collections.nCopies(1_000_000, "x")));
        var refusal = catchThrowableOfType(BadCriteria.class, () -> selections.check(Subject.CUSTOMER, many));
        assertThat(refusal.key()).isEqualTo("criteria.bad.list");
    }

    private BadCriteria refusal(String json) {
        return catchThrowableOfType(
                BadCriteria.class, () -> selections.of(Subject.CUSTOMER, CriteriaJson.read(json), TODAY));
    }

    private static Indicator indicator(String code, Kind kind) {
        return Indicator.of(code, Subject.CUSTOMER, kind, "identity", code, scope -> {
            throw new AssertionError("Nothing broken may be compiled");
        });
    }

    private static final class NoTables implements SubjectTables {
        @Override
        public Map<Subject, Table<?>> tables() {
            return Map.of(Subject.CUSTOMER, DSL.table("customer"));
        }

        @Override
        public List<Link> links() {
            return List.of();
        }

        @Override
        public Field<String> folded(Field<String> text) {
            return text;
        }
    }
}
