package io.dunlin.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.testing.TestLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CycleTest {
    private final TestLedger ledger = new TestLedger("2026-11-20");
    private final List<String> done = new ArrayList<>();
    private @Nullable String failing;
    private final Cycle cycle =
            TestCycle.of(ledger, step("facts", false), step("assignment", true), step("alerts", true));

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_day_runs_every_step_once_in_order_and_writes_down_what_it_changed() {
        day();
        day();

        assertThat(done).containsExactly("facts", "assignment", "alerts");
        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.cause()).isEqualTo(CycleRun.Cause.DAY);
            assertThat(run.endedAt()).isNotNull();
            assertThat(run.steps())
                    .extracting(CycleRun.Step::code, CycleRun.Step::changed)
                    .containsExactly(tuple("facts", 5L), tuple("assignment", 10L), tuple("alerts", 6L));
        });
    }

    @Test
    void an_import_is_followed_by_the_steps_that_it_has_not_done_itself() {
        CurrentTenant.run(ledger.tenant(), () -> cycle.runAfterImport(ledger.company()));

        assertThat(done).containsExactly("assignment", "alerts");
        assertThat(runs())
                .singleElement()
                .satisfies(run -> assertThat(run.cause()).isEqualTo(CycleRun.Cause.IMPORT));
    }

    @Test
    void a_step_that_fails_says_why_and_those_behind_it_wait() {
        failing = "assignment";
        day();

        assertThat(done).containsExactly("facts");
        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.hasFailed()).isTrue();
            assertThat(run.endedAt()).isNull();
            assertThat(run.steps().getLast().problem()).isEqualTo(new JobProblem("test.broken", List.of("assignment")));
        });
    }

    @Test
    void a_day_that_broke_off_goes_on_where_it_stopped() {
        failing = "assignment";
        day();
        failing = null;
        day();

        assertThat(done).containsExactly("facts", "assignment", "alerts");
        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.hasFailed()).isFalse();
            assertThat(run.endedAt()).isNotNull();
        });
    }

    @Test
    void the_next_day_is_a_run_of_its_own_and_old_ones_are_forgotten() {
        day();
        ledger.clock().pass(Duration.ofDays(1));
        day();
        assertThat(runs()).hasSize(2);

        ledger.clock().pass(Duration.ofDays(90));
        day();
        assertThat(runs()).hasSize(2);
    }

    private void day() {
        CurrentTenant.run(ledger.tenant(), () -> cycle.beginDay(ledger.company()));
    }

    private List<CycleRun> runs() {
        return ledger.inTenant(() -> new CycleRuns(ledger.sql()).latest(ledger.company(), 1, 10));
    }

    private CycleStep step(String code, boolean followsImports) {
        return new CycleStep() {
            @Override
            public String code() {
                return code;
            }

            @Override
            public boolean followsImports() {
                return followsImports;
            }

            @Override
            public long run(Company company) {
                if (code.equals(failing)) {
                    throw new Rejected("test.broken", code);
                }
                done.add(code);
                return code.length();
            }
        };
    }
}
