package io.dunlin.criteria.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.SearchChanges;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.rules.RuleChanges.Wish;
import io.dunlin.ledger.Assignments;
import io.dunlin.ledger.CustomerOption;
import io.dunlin.ledger.CustomerOptions.Options;
import io.dunlin.tenancy.Users;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What rules give: values, groups, options, and what is for new customers only. */
class GivenValuesTest extends RuledCompany {
    @Test
    void groups_add_up_and_a_rule_may_drop_who_is_not_found_any_more() throws IOException {
        var french = group("French");
        var early = group("Early");
        var search = search("In France", "customer.country", "FR");
        as(() -> bean(RuleChanges.class).add("groups", new Wish(search, french, true, false, true)));
        rule("groups", search("A or C", "customer.code", "A", "C"), early);
        as(() -> bean(RuleRuns.class).run(company(), "groups"));
        assertThat(groupsOf("A")).containsExactlyInAnyOrder("French", "Early");
        assertThat(groupsOf("B")).containsExactly("French");
        assertThat(groupsOf("C")).containsExactly("Early");

        // The file runs the automatic rules: B has moved.
        load("B;Bordeaux;PT");
        assertThat(groupsOf("B")).isEmpty();
        assertThat(groupsOf("A")).containsExactlyInAnyOrder("French", "Early");

        var last = as(() -> bean(RunHistory.class).latest(company())).getFirst();
        assertThat(last.kind()).isEqualTo(RuleRun.Kind.AUTOMATIC);
        assertThat(last.changes()).isEqualTo(1);
        as(() -> bean(RuleRuns.class).undo(company(), last.id()));
        assertThat(groupsOf("B")).containsExactly("French");
    }

    @Test
    void a_default_is_given_to_new_customers_only() throws IOException {
        clock().pass(Duration.ofMinutes(1));
        as(() -> bean(RuleChanges.class).add("collector", new Wish(null, ben, true, true, false)));
        clock().pass(Duration.ofMinutes(1));
        load("A;Amiens;FR", "E;Évry;FR");
        assertThat(collectors()).containsExactly(null, null, null, null, ben);

        // It is known now: whoever takes the collector away has decided so.
        as(() -> {
            bean(Assignments.class).change(id("E"), new Assignments.Assignment(null, Set.of()));
            return ben;
        });
        clock().pass(Duration.ofMinutes(1));
        load("E;Évry sur Seine;FR");
        assertThat(collectors()).containsOnlyNulls();
    }

    @Test
    void a_rule_keeps_a_search_that_is_a_colleagues_own() {
        var own = as(() -> bean(SearchChanges.class)
                .save(
                        Subject.CUSTOMER,
                        "Mine alone",
                        Criteria.Test.of("customer.code", new Comparison.OneOf(List.of("A"))),
                        false));
        var rule = rule("collector", own, anna);
        user = as(() -> bean(Users.class).all().stream()
                .filter(person -> person.name().equals("Ben"))
                .findFirst()
                .orElseThrow());

        as(() -> {
            bean(RuleChanges.class).change(rule, new Wish(own, ben, true, false, false));
            return ben;
        });
        assertThat(as(() -> bean(Rules.class).get(rule)).search()).isEqualTo(own);
        assertThatThrownBy(() -> rule("collector", own, ben)).hasMessage("criteria.rules.noSuchSearch");
    }

    @Test
    void options_and_scores_are_given_like_anything_else_and_searched_by() {
        rule("latePaymentPenalties", search("French", "customer.country", "FR"), "true");
        rule("internalScore", search("A or C", "customer.code", "A", "C"), "3");
        var penalties = as(() -> bean(RuleRuns.class).run(company(), "latePaymentPenalties"));
        var scores = as(() -> bean(RuleRuns.class).run(company(), "internalScore"));
        assertThat(options("A")).isEqualTo(new Options(Set.of(CustomerOption.LATE_PAYMENT_PENALTIES), 3));
        assertThat(options("C")).isEqualTo(new Options(Set.of(), 3));
        assertThat(options("D")).isEqualTo(Options.NONE);
        assertThat(browser.get("/customers/EST/A/history").body())
                .contains("Late-payment penalties is Yes, before: No, because the rule “French” fits.");

        var bad = as(() -> bean(SearchChanges.class)
                .save(
                        Subject.CUSTOMER,
                        "Bad ones",
                        Criteria.Test.of("customer.internalScore", new Comparison.Worse("5")),
                        true));
        var rule = rule("collector", bad, anna);
        var preview = as(() -> bean(DryRun.class).of(company(), "collector"));
        assertThat(preview.effects()).containsEntry(rule, new DryRun.Effect(2, 2, 2));

        as(() -> bean(RuleRuns.class).undo(company(), penalties));
        as(() -> bean(RuleRuns.class).undo(company(), scores));
        assertThat(options("A")).isEqualTo(Options.NONE);
    }
}
