package io.dunlin.criteria.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dunlin.jobs.Cycle;
import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.Assignments;
import io.dunlin.ledger.Groups;
import io.dunlin.tenancy.Users;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs: who decides, what is taken back, what breaks off. */
class RuleRunsTest extends RuledCompany {
    @Test
    void the_first_rule_that_fits_decides() {
        rule("collector", search("French", "customer.country", "FR"), anna);
        rule("collector", search("Early letters", "customer.code", "A", "C"), ben);
        rule("collector", null, anna);

        var preview = as(() -> bean(DryRun.class).of(company(), "collector"));
        assertThat(preview.customers()).isEqualTo(4);
        assertThat(preview.effects().values())
                .containsExactlyInAnyOrder(
                        new DryRun.Effect(2, 2, 2), new DryRun.Effect(2, 1, 1), new DryRun.Effect(4, 1, 1));
        assertThat(preview.moves()).containsExactly(new DryRun.Move(null, anna, 3), new DryRun.Move(null, ben, 1));
        assertThat(preview.changed())
                .extracting(DryRun.Changed::code, DryRun.Changed::after)
                .containsExactly(tuple("A", anna), tuple("B", anna), tuple("C", ben), tuple("D", anna));
        assertThat(collectors()).containsOnlyNulls();

        var run = as(() -> bean(RuleRuns.class).run(company(), "collector"));
        assertThat(collectors()).containsExactly(anna, anna, ben, anna);
        assertThat(as(() -> bean(RunHistory.class).results(run)))
                .extracting(RuleRun.Result::takes, RuleRun.Result::changes)
                .containsExactly(tuple(2, 2), tuple(1, 1), tuple(1, 1));

        // Once more, nothing changes: what is so already is not written again.
        var again = as(() -> bean(RuleRuns.class).run(company(), "collector"));
        assertThat(as(() -> bean(RunHistory.class).find(company(), again)).orElseThrow())
                .extracting(RuleRun::customers, RuleRun::changes)
                .containsExactly(4, 0);
    }

    @Test
    void a_run_is_taken_back_as_far_as_nobody_has_changed_it_since() {
        rule("collector", null, anna);
        var run = as(() -> bean(RuleRuns.class).run(company(), "collector"));
        as(() -> {
            var ben = bean(Users.class).all().stream()
                    .filter(person -> person.name().equals("Ben"))
                    .findFirst()
                    .orElseThrow();
            bean(Assignments.class).change(id("B"), new Assignments.Assignment(ben.id(), Set.of()));
            return ben;
        });

        var undo = as(() -> bean(RuleRuns.class).undo(company(), run));
        assertThat(collectors()).containsExactly(null, ben, null, null);
        assertThat(as(() -> bean(RunHistory.class).find(company(), undo))
                        .orElseThrow()
                        .changes())
                .isEqualTo(3);
        assertThatThrownBy(() -> as(() -> bean(RuleRuns.class).undo(company(), run)))
                .isInstanceOf(Rejected.class);
        assertThat(as(() -> bean(RunHistory.class).of(id("A").value())))
                .extracting(RunHistory.Change::kind, RunHistory.Change::before, RunHistory.Change::after)
                .containsExactly(tuple(RuleRun.Kind.UNDO, anna, null), tuple(RuleRun.Kind.SEQUENCE, null, anna));
    }

    @Test
    void a_run_that_breaks_off_has_not_happened_and_the_next_one_changes_each_customer_once() {
        rule("collector", null, anna);
        assertThatThrownBy(() -> as(() -> {
                    bean(RuleRuns.class).run(company(), "collector");
                    throw new IllegalStateException("The machine dies");
                }))
                .hasMessage("The machine dies");
        assertThat(collectors()).containsOnlyNulls();
        assertThat(as(() -> bean(RunHistory.class).latest(company()))).isEmpty();

        as(() -> {
            bean(Cycle.class).runAfterImport(company());
            return anna;
        });
        as(() -> {
            bean(Cycle.class).runAfterImport(company());
            return anna;
        });
        assertThat(collectors()).containsOnly(anna);
        assertThat(as(() -> bean(RunHistory.class).of(id("A").value()))).hasSize(1);
    }

    @Test
    void a_rule_that_means_nothing_any_more_stops_its_attribute_rather_than_passing_customers_on() {
        var gone = group("Gone");
        var rule = rule("groups", null, gone);
        as(() -> {
            bean(Groups.class).remove(Long.parseLong(gone));
            return gone;
        });

        var preview = as(() -> bean(DryRun.class).of(company(), "groups"));
        assertThat(preview.broken()).containsEntry(rule, "criteria.rules.broken.value");
        assertThatThrownBy(() -> as(() -> bean(RuleRuns.class).run(company(), "groups")))
                .isInstanceOf(Rejected.class);
    }
}
