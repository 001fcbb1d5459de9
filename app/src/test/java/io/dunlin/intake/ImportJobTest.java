package io.dunlin.intake;

import static io.dunlin.ledger.LoadOrder.Mode.DELTA;
import static io.dunlin.ledger.LoadOrder.Mode.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.intake.Import.Counts;
import io.dunlin.jobs.JobId;
import io.dunlin.kernel.Rejected;
import io.dunlin.testing.OwnerSession;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportJobTest {
    private static final String HEAD = "client_code;item_number;invoice_date;due_date;amount\n";
    private Sandbox sandbox;

    @BeforeEach
    void open() {
        sandbox = new Sandbox();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void the_real_file_comes_in_whole_and_changes_nothing_the_second_time() {
        var first = sandbox.run(PaymentsFile.open(), DELTA);
        assertThat(first.state()).isEqualTo(ImportState.APPLIED);
        assertThat(first.counts().read()).isEqualTo(2466);
        assertThat(first.counts().added()).isEqualTo(2466);
        assertThat(first.counts().rejected()).isZero();
        try (var owner = new OwnerSession(sandbox.ledger.database().url())) {
            assertThat(owner.ask("select count(*) from ledger.customer")).isEqualTo("100");
            assertThat(owner.ask("select count(*) from ledger.item")).isEqualTo("2466");
            assertThat(owner.ask("select sum(original_amount) from ledger.item"))
                    .isEqualTo("147703.1800");
        }

        var second = sandbox.run(PaymentsFile.open(), DELTA);
        assertThat(second.counts()).isEqualTo(new Counts(2466, 0, 0, 2466, 0, 0));
    }

    @Test
    void rows_that_cannot_be_used_are_kept_with_their_line_and_the_rest_comes_in() {
        var done = sandbox.run(
                HEAD
                        + "1;A;2026-01-02;2026-02-02;10\n1;B;2026-02-30;2026-02-02;10\n1;A;2026-01-02;;11\n2;C;2026-01-05;;5\n",
                DELTA);

        assertThat(done.counts()).isEqualTo(new Counts(4, 2, 0, 0, 0, 2));
        var rejected = sandbox.ledger.inTenant(() -> sandbox.rejected.first(done.id(), 10));
        assertThat(rejected).extracting(row -> row.problem().row()).containsExactly(3L, 4L);
        assertThat(rejected.getFirst().line()).containsExactly("1", "B", "2026-02-30", "2026-02-02", "10");
        assertThat(rejected.getFirst().problem().column()).isEqualTo("invoice_date");
        assertThat(rejected.getLast().problem().reason()).isEqualTo("ledger.load.duplicate");
        assertThat(rejected.getLast().problem().column()).isEqualTo("item_number");
    }

    @Test
    void a_stock_file_that_would_clear_more_than_half_waits_for_a_person() {
        sandbox.run(HEAD + rows("A", "B", "C"), DELTA);
        var id = sandbox.prepare(stream(HEAD + rows("A")), STOCK);
        sandbox.start(id, false);

        var waiting = sandbox.get(id);
        assertThat(waiting.state()).isEqualTo(ImportState.NEEDS_CONFIRMATION);
        assertThat(waiting.wouldClear()).isEqualTo(2);
        assertThat(waiting.openBefore()).isEqualTo(3);

        sandbox.start(id, true);
        assertThat(sandbox.get(id).state()).isEqualTo(ImportState.APPLIED);
        assertThat(sandbox.get(id).counts().cleared()).isEqualTo(2);
    }

    @Test
    void the_last_import_can_be_undone_until_the_next() {
        var first = sandbox.run(HEAD + rows("A", "B"), DELTA);
        var second = sandbox.run(HEAD + rows("C"), DELTA);

        assertThatThrownBy(() -> undo(first.id())).isInstanceOf(Rejected.class).hasMessage("intake.undo.tooLate");
        undo(second.id());
        assertThat(sandbox.get(second.id()).state()).isEqualTo(ImportState.UNDONE);
        // Undone once, the one before is out of reach: what its rows were is no longer kept.
        assertThatThrownBy(() -> undo(first.id())).isInstanceOf(Rejected.class);

        var again = sandbox.run(HEAD + rows("C"), DELTA);
        assertThat(again.counts().added()).isEqualTo(1);
    }

    @Test
    void a_run_that_is_taken_over_behind_its_end_does_nothing_more() {
        var done = sandbox.run(HEAD + rows("A"), DELTA);
        sandbox.rerun(done.id());

        assertThat(sandbox.get(done.id()).counts()).isEqualTo(done.counts());
    }

    @Test
    void a_run_that_was_believed_dead_has_nothing_more_to_say() {
        var id = sandbox.prepare(stream(HEAD + rows("A")), DELTA);
        var dead = sandbox.ledger.inTenant(() -> {
            sandbox.progress.started(id, new JobId(1), false);
            return sandbox.progress.attempt(id, new JobId(1)).orElseThrow();
        });
        sandbox.rerun(id);
        sandbox.ledger.inTenant(() -> {
            sandbox.progress.cancelled(dead);
            sandbox.progress.failed(dead, "intake.failed", java.util.List.of());
            return id;
        });

        assertThat(sandbox.get(id).state()).isEqualTo(ImportState.APPLIED);
        assertThat(sandbox.get(id).attempts()).isEqualTo(2);
    }

    @Test
    void a_job_whose_import_was_handed_to_another_does_nothing() {
        var id = sandbox.prepare(stream(HEAD + rows("A")), DELTA);
        sandbox.ledger.inTenant(() -> {
            sandbox.progress.started(id, new JobId(2), false);
            return id;
        });
        sandbox.rerun(id);

        assertThat(sandbox.steps).isEmpty();
        assertThat(sandbox.get(id).state()).isEqualTo(ImportState.RUNNING);
    }

    @Test
    void a_file_without_a_usable_row_changes_nothing() {
        var id = sandbox.prepare(stream(HEAD + rows("A", "B")), DELTA);
        var failing = sandbox.ledger.inTenant(() -> sandbox.imports.profile(id));
        assertThat(failing.rows()).isEqualTo(2);
        var wrong = new FileProfile("\t", failing.rows(), failing.columns(), failing.samples(), failing.layout());
        var order = sandbox.get(id);
        var broken = sandbox.ledger.inTenant(() -> sandbox.imports.create(
                sandbox.ledger.company(),
                sandbox.uploads.get(order.upload()),
                Subject.ITEMS,
                wrong,
                sandbox.imports.mapping(id),
                null));
        sandbox.start(broken, false);

        // The wrong delimiter makes every row unusable: rows are refused, the ledger stays as it is.
        assertThat(sandbox.get(broken).counts()).isEqualTo(new Counts(2, 0, 0, 0, 0, 2));
    }

    @Test
    void the_steps_are_told_as_they_begin() {
        sandbox.run(HEAD + rows("A"), DELTA);

        assertThat(sandbox.steps)
                .containsExactly(
                        "intake.step.wait",
                        "intake.step.read",
                        "ledger.load.step.compare",
                        "ledger.load.step.apply",
                        "ledger.load.step.facts",
                        "intake.step.commit",
                        "intake.step.search");
    }

    @Test
    void a_mapping_is_remembered_by_layout() {
        var id = sandbox.prepare(stream(HEAD + rows("A")), STOCK);
        var mapping = sandbox.ledger.inTenant(() -> sandbox.imports.mapping(id));
        var profile = sandbox.ledger.inTenant(() -> sandbox.imports.profile(id));

        var found = sandbox.ledger.inTenant(() -> {
            sandbox.mappings.remember(Subject.ITEMS, profile, mapping);
            sandbox.mappings.remember(Subject.ITEMS, profile, mapping);
            return sandbox.mappings.find(
                    Subject.ITEMS,
                    java.util.List.of(
                            "Client_Code", "item number", "invoice_date", "due_date", "amount", "dunlin_reason"));
        });

        assertThat(found).contains(mapping);
    }

    private void undo(ImportId id) {
        sandbox.ledger.inTenant(() -> {
            sandbox.undo.undo(id);
            return id;
        });
    }

    private static String rows(String... numbers) {
        var rows = new StringBuilder();
        for (var number : numbers) {
            rows.append("1;").append(number).append(";2026-01-02;2026-02-02;10\n");
        }
        return rows.toString();
    }

    private static ByteArrayInputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
