package io.dunlin.intake;

import static io.dunlin.ledger.LoadOrder.Mode.DELTA;
import static io.dunlin.ledger.LoadOrder.Mode.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.intake.Import.Counts;
import io.dunlin.testing.OwnerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderFilesTest {
    private static final String HEAD =
            "client_code;order_number;order_date;expected;amount;currency\n".replace("expected", "expected_date");
    private Sandbox sandbox;

    @BeforeEach
    void open() {
        sandbox = new Sandbox();
        sandbox.run(
                "client_code;customer_name;item_number;invoice_date;amount\n"
                        + "C1;Kerveno;A;2026-01-02;10\nC2;Brasserie;B;2026-01-02;10\n",
                DELTA);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void open_orders_are_the_backlog_of_their_customers() {
        var done = sandbox.bring(
                Subject.ORDERS,
                STOCK,
                HEAD + "C1;O1;2026-11-01;2026-12-01;100.50;EUR\nC1;O2;2026-11-02;;20;\nC2;O1;2026-11-03;;7.25;EUR\n");

        assertThat(done.counts()).isEqualTo(new Counts(3, 3, 0, 0, 0, 0));
        assertThat(backlog()).isEqualTo("C1 120.5000, C2 7.2500");
    }

    @Test
    void what_a_file_of_all_open_orders_does_not_name_is_no_longer_open() {
        orders(STOCK, "C1;O1;2026-11-01;;100;EUR\nC1;O2;2026-11-02;;20;EUR\nC2;O3;2026-11-03;;7;EUR\n");
        var done = orders(STOCK, "C1;O1;2026-11-01;;60;EUR\nC2;O3;2026-11-03;;7;EUR\nC2;O4;2026-11-20;;1;EUR\n");

        assertThat(done.counts()).isEqualTo(new Counts(3, 1, 1, 1, 1, 0));
        assertThat(backlog()).isEqualTo("C1 60.0000, C2 8.0000");
    }

    @Test
    void additions_end_only_what_they_set_to_nothing() {
        orders(STOCK, "C1;O1;2026-11-01;;100;EUR\nC1;O2;2026-11-02;;20;EUR\n");
        var done = orders(DELTA, "c1;o2;2026-11-02;;0;EUR\nC2;O3;2026-11-03;;7;EUR\n");

        assertThat(done.counts()).isEqualTo(new Counts(2, 1, 0, 0, 1, 0));
        assertThat(backlog()).isEqualTo("C1 100.0000, C2 7.0000");
    }

    @Test
    void an_order_whose_row_could_not_be_used_is_not_absent() {
        orders(STOCK, "C1;O1;2026-11-01;;100;EUR\nC1;O2;2026-11-02;;20;EUR\n");
        var done = orders(STOCK, "C1;O1;2026-11-01;;100;EUR\nC1;O2;2026-02-30;;20;EUR\n");

        assertThat(done.counts()).isEqualTo(new Counts(2, 0, 0, 1, 0, 1));
        assertThat(backlog()).isEqualTo("C1 120.0000, C2 0.0000");
    }

    @Test
    void what_cannot_be_used_is_told_with_the_reason_and_the_rest_comes_in() {
        var done = orders(
                DELTA,
                "C9;O1;2026-11-01;;100;EUR\nC1;O2;2026-11-02;;20;EUR\nC1;o2;2026-11-02;;30;EUR\nC1;O3;2999-11-02;;1;EUR\n"
                        + "C1;O4;2026-11-02;;ten;EUR\nC1;O5;2026-11-02;;10;ZZZ\nC1;=cmd|' /C calc'!A0;2026-11-02;;1;EUR\n");

        assertThat(sandbox.reasons(done))
                .containsExactly(
                        "2 ledger.load.unknownCustomer",
                        "4 ledger.load.repeatedOrder",
                        "5 intake.row.dateRange",
                        "6 intake.row.badAmount",
                        "7 intake.row.badCurrency");
        assertThat(backlog()).isEqualTo("C1 21.0000, C2 0.0000");
    }

    @Test
    void a_file_that_would_end_more_than_half_waits_for_a_person() {
        orders(STOCK, "C1;O1;2026-11-01;;100;EUR\nC1;O2;2026-11-02;;20;EUR\nC2;O3;2026-11-03;;7;EUR\n");
        var waiting = orders(STOCK, "C1;O1;2026-11-01;;100;EUR\n");

        assertThat(waiting.state()).isEqualTo(ImportState.NEEDS_CONFIRMATION);
        assertThat(waiting.wouldClear()).isEqualTo(2);
        assertThat(backlog()).isEqualTo("C1 120.0000, C2 7.0000");
        sandbox.start(waiting.id(), true);
        assertThat(backlog()).isEqualTo("C1 100.0000, C2 0.0000");
    }

    @Test
    void undone_the_orders_are_exactly_what_they_were() {
        orders(STOCK, "C1;O1;2026-11-01;2026-12-01;100;EUR\nC1;O2;2026-11-02;;20;EUR\nC2;O3;2026-11-03;;7;EUR\n");
        var before = everything();
        var done = orders(STOCK, "C1;O1;2026-11-05;;60;USD\nC2;O3;2026-11-03;;7;EUR\nC2;O4;2026-11-20;;1;EUR\n");
        assertThat(everything()).isNotEqualTo(before);

        sandbox.takeBack(done);
        assertThat(everything()).isEqualTo(before);
        assertThat(backlog()).isEqualTo("C1 120.0000, C2 7.0000");
    }

    @Test
    void facts_built_anew_say_the_same_of_orders_in_other_currencies() {
        try (var owner = new OwnerSession(sandbox.ledger.database().url())) {
            owner.tell(
                    "insert into ledger.exchange_rate select tenant_id, 'USD', '2026-11-20', 1.25 from tenancy.tenant");
        }
        orders(STOCK, "C1;O1;2026-11-01;;100;USD\nC1;O2;2026-11-02;;20;EUR\nC2;O3;2026-11-03;;7;JPY\n");
        assertThat(backlog()).isEqualTo("C1 100.0000, C2 0.0000");

        sandbox.ledger.inTenant(() -> {
            sandbox.facts.rebuild(sandbox.ledger.company());
            return true;
        });
        assertThat(backlog()).isEqualTo("C1 100.0000, C2 0.0000");
    }

    private Import orders(io.dunlin.ledger.LoadOrder.Mode mode, String rows) {
        return sandbox.bring(Subject.ORDERS, mode, HEAD + rows);
    }

    private String backlog() {
        return ask("select string_agg(code || ' ' || order_backlog, ', ' order by code) from ledger.customer_fact f"
                + " join ledger.customer c on c.tenant_id = f.tenant_id and c.id = f.customer_id");
    }

    private String everything() {
        return ask("select string_agg(o::text, ' ' order by id) from ledger.customer_order o");
    }

    private String ask(String question) {
        try (var owner = new OwnerSession(sandbox.ledger.database().url())) {
            return owner.ask(question);
        }
    }
}
