package io.dunlin.ledger;

import static io.dunlin.ledger.LoadedItem.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.ledger.LoadOrder.Mode;
import io.dunlin.testing.TestLedger;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ItemLoadTest {
    private static final TestLedger LEDGER = new TestLedger("2026-11-22");
    private LoadingLedger loading = new LoadingLedger(LEDGER);

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @BeforeEach
    void startAfresh() {
        loading = loading.inNewCompany();
    }

    @Test
    void a_first_file_creates_customers_items_and_their_history() {
        var outcome = loading.load(
                Mode.DELTA,
                "2026-11-22",
                invoice("0042", "F1", "100.00", "2026-10-01", "2026-10-31"),
                invoice("0042", "F2", "50.00", "2026-09-01", "2026-10-01").paid("2026-10-15"));

        assertThat(outcome).isEqualTo(new LoadOutcome(2, 0, 0, 0, List.of()));
        assertThat(loading.openOn("2026-09-30")).isEqualTo("0042 F2 50.00");
        assertThat(loading.openOn("2026-10-14")).isEqualTo("0042 F1 100.00, 0042 F2 50.00");
        assertThat(loading.openOn("2026-10-15")).isEqualTo("0042 F1 100.00");
    }

    @Test
    void the_same_file_twice_changes_nothing() {
        var rows = new LoadedItem[] {
            invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31"),
            invoice("A", "F2", "50.00", "2026-09-01", "2026-10-01").paid("2026-10-15"),
            invoice("B", "F3", "70.00", "2026-09-01", "2026-10-01").open("20.00"),
            invoice("B", "F4", "70.00", "2026-09-01", "2026-10-01").open("0.00")
        };
        loading.load(Mode.STOCK, "2026-11-21", rows);
        var before = loading.everything();

        var again = loading.load(Mode.STOCK, "2026-11-22", rows);

        assertThat(again).isEqualTo(new LoadOutcome(0, 0, 4, 0, List.of()));
        assertThat(loading.everything()).isEqualTo(before);
    }

    @Test
    void a_file_with_another_layout_that_says_the_same_is_read_closely_only_once() {
        loading.load(Mode.STOCK, "2026-11-21", invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31"));
        var withIdentifier =
                invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31").uniqueId("u-1");

        loading.load(Mode.STOCK, "2026-11-22", withIdentifier);
        assertThat(loading.readClosely()).isEqualTo(1);

        var again = loading.load(Mode.STOCK, "2026-11-22", withIdentifier);
        assertThat(loading.readClosely()).isZero();
        assertThat(again).isEqualTo(new LoadOutcome(0, 0, 1, 0, List.of()));
        assertThat(loading.openOn("2026-11-22")).isEqualTo("A F1 100.00");
    }

    @Test
    void in_stock_mode_what_is_absent_is_cleared_on_the_day_of_the_file() {
        loading.load(
                Mode.STOCK,
                "2026-11-01",
                invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31"),
                invoice("A", "F2", "50.00", "2026-10-01", "2026-10-31"),
                invoice("A", "F3", "30.00", "2026-10-01", "2026-10-31"));

        var outcome = loading.load(
                Mode.STOCK,
                "2026-11-10",
                invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31"),
                invoice("A", "F2", "50.00", "2026-10-01", "2026-10-31"));

        assertThat(outcome).isEqualTo(new LoadOutcome(0, 0, 2, 1, List.of()));
        assertThat(loading.openOn("2026-11-09")).isEqualTo("A F1 100.00, A F2 50.00, A F3 30.00");
        assertThat(loading.openOn("2026-11-10")).isEqualTo("A F1 100.00, A F2 50.00");
    }

    @Test
    void an_item_named_in_a_row_that_could_not_be_used_is_not_absent() {
        var kept = invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31");
        loading.load(Mode.STOCK, "2026-11-01", kept, invoice("A", "F2", "50.00", "2026-10-01", "2026-10-31"));

        var outcome = loading.load(Mode.STOCK, "2026-11-10", List.of(kept), Set.of(" f2 "));

        assertThat(outcome.cleared()).isZero();
        assertThat(loading.openOn("2026-11-10")).isEqualTo("A F1 100.00, A F2 50.00");
    }

    @Test
    void a_stock_file_that_would_clear_more_than_half_is_refused_until_somebody_confirms() {
        loading.load(
                Mode.STOCK,
                "2026-11-01",
                invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31"),
                invoice("A", "F2", "50.00", "2026-10-01", "2026-10-31"),
                invoice("A", "F3", "30.00", "2026-10-01", "2026-10-31"));
        var short_file = invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31");
        var before = loading.everything();

        assertThatThrownBy(() -> loading.load(Mode.STOCK, "2026-11-10", short_file))
                .isInstanceOfSatisfying(ClearsTooMuch.class, refusal -> {
                    assertThat(refusal.wouldClear()).isEqualTo(2);
                    assertThat(refusal.open()).isEqualTo(3);
                });
        assertThat(loading.everything()).isEqualTo(before);

        assertThat(loading.confirmed()
                        .load(Mode.STOCK, "2026-11-10", short_file)
                        .cleared())
                .isEqualTo(2);
        assertThat(loading.openOn("2026-11-10")).isEqualTo("A F1 100.00");
    }

    @Test
    void a_part_payment_counts_from_the_day_of_the_file_and_the_past_keeps_the_old_amount() {
        loading.load(Mode.DELTA, "2026-11-01", invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31"));

        var outcome = loading.load(
                Mode.DELTA,
                "2026-11-10",
                invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31").open("40.00"));

        assertThat(outcome).isEqualTo(new LoadOutcome(0, 1, 0, 0, List.of()));
        assertThat(loading.openOn("2026-11-09")).isEqualTo("A F1 100.00");
        assertThat(loading.openOn("2026-11-10")).isEqualTo("A F1 40.00");
    }

    @Test
    void a_payment_date_clears_an_item_as_of_that_date_even_before_the_last_change() {
        loading.load(Mode.DELTA, "2026-11-01", invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31"));
        loading.load(
                Mode.DELTA,
                "2026-11-10",
                invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31").open("40.00"));

        var outcome = loading.load(
                Mode.DELTA,
                "2026-11-20",
                invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31").paid("2026-11-05"));

        assertThat(outcome).isEqualTo(new LoadOutcome(0, 0, 0, 1, List.of()));
        assertThat(loading.openOn("2026-11-04")).isEqualTo("A F1 100.00");
        assertThat(loading.openOn("2026-11-05")).isEmpty();
        assertThat(loading.openOn("2026-11-20")).isEmpty();
    }

    @Test
    void an_item_that_comes_back_is_open_again_from_the_day_of_the_file() {
        loading.load(
                Mode.DELTA,
                "2026-11-01",
                invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31").paid("2026-10-20"));

        loading.load(Mode.DELTA, "2026-11-10", invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31"));

        assertThat(loading.openOn("2026-10-19")).isEqualTo("A F1 100.00");
        assertThat(loading.openOn("2026-11-09")).isEmpty();
        assertThat(loading.openOn("2026-11-10")).isEqualTo("A F1 100.00");
    }

    @Test
    void the_same_number_in_another_year_is_another_item_and_twice_in_a_file_counts_once() {
        var outcome = loading.load(
                Mode.DELTA,
                "2026-11-22",
                invoice("A", "0001", "10.00", "2025-01-05", "2025-02-05"),
                invoice("A", "0001", "20.00", "2026-01-05", "2026-02-05"),
                invoice("A", "0001", "30.00", "2026-03-05", "2026-04-05"));

        assertThat(outcome.added()).isEqualTo(2);
        assertThat(outcome.rejected())
                .containsExactly(new LoadOutcome.RejectedRow(
                        4, "number", "0001", "ledger.load.duplicate", List.of("0001", "3")));
        assertThat(loading.openOn("2026-11-22")).isEqualTo("A 0001 10.00, A 0001 20.00");
    }

    @Test
    void a_row_that_contradicts_one_the_ledger_knows_in_the_same_file_is_refused() {
        var known = invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31");
        loading.load(Mode.STOCK, "2026-11-21", known, invoice("A", "F2", "5.00", "2026-10-01", "2026-10-31"));

        var outcome = loading.load(
                Mode.STOCK,
                "2026-11-22",
                known,
                invoice("A", "F1", "90.00", "2026-10-01", "2026-10-31"),
                invoice("A", "F2", "5.00", "2026-10-01", "2026-10-31"));

        assertThat(outcome.rejected())
                .extracting(LoadOutcome.RejectedRow::rowNumber, LoadOutcome.RejectedRow::value)
                .containsExactly(org.assertj.core.api.Assertions.tuple(3L, "F1"));
        assertThat(outcome.unchanged()).isEqualTo(2);
        assertThat(loading.openOn("2026-11-22")).isEqualTo("A F1 100.00, A F2 5.00");
    }

    @Test
    void a_unique_identifier_takes_over_from_the_number_and_then_is_asked_for() {
        loading.load(Mode.DELTA, "2026-11-01", invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31"));

        var outcome = loading.load(
                Mode.DELTA,
                "2026-11-02",
                invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31").uniqueId("u-1"));

        assertThat(outcome).isEqualTo(new LoadOutcome(0, 0, 1, 0, List.of()));
        assertThatThrownBy(() -> loading.load(
                        Mode.DELTA, "2026-11-03", invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31")))
                .hasMessage("ledger.load.uniqueIdentifierExpected");
    }

    @Test
    void undo_brings_back_every_row_as_it_was() {
        loading.load(
                Mode.DELTA,
                "2026-11-01",
                invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31"),
                invoice("A", "F2", "50.00", "2026-10-01", "2026-10-31"),
                invoice("A", "F3", "50.00", "2026-10-01", "2026-10-31"));
        var before = loading.everything();
        loading.load(
                Mode.STOCK,
                "2026-11-10",
                invoice("A", "F1", "100.00", "2026-10-01", "2026-10-31").open("10.00"),
                invoice("B", "F2", "50.00", "2026-10-01", "2026-11-30"),
                invoice("C", "F9", "7.00", "2026-11-01", "2026-11-30"));
        assertThat(loading.everything()).isNotEqualTo(before);

        loading.undoLast();

        assertThat(loading.everything()).isEqualTo(before);
    }
}
