package io.dunlin.intake;

import static io.dunlin.ledger.LoadOrder.Mode.DELTA;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.intake.Import.Counts;
import io.dunlin.testing.OwnerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SalesFilesTest {
    private Sandbox sandbox;

    @BeforeEach
    void open() {
        sandbox = new Sandbox();
        sandbox.bring(Subject.CUSTOMERS, DELTA, "client_code;client_name\nC1;Kerveno\nC2;Brasserie\n");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void months_come_in_corrected_and_can_be_taken_back() {
        var first = sales("C1;2026-01;1200;1000;EUR\nC1;2026-02;600;;EUR\nC2;2026-01;-50;;USD\n");
        assertThat(first.counts()).isEqualTo(new Counts(3, 3, 0, 0, 0, 0));
        var before = everything();
        assertThat(before)
                .isEqualTo(
                        "C1 2026-01-01 EUR 1200.0000 1000.0000, C1 2026-02-01 EUR 600.0000, C2 2026-01-01 USD -50.0000");

        var second = sales("C1;2026-01;1200;1000;EUR\nC1;2026-02;700;650;EUR\nC1;2026-03;5;;EUR\n");
        assertThat(second.counts()).isEqualTo(new Counts(3, 1, 1, 1, 0, 0));
        assertThat(everything()).contains("C1 2026-02-01 EUR 700.0000 650.0000", "C1 2026-03-01 EUR 5.0000");

        sandbox.takeBack(second);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_month_may_be_any_day_of_it() {
        sandbox.bring(Subject.SALES, DELTA, "Code client;Mois;CA TTC\nC1;31/01/2026;1 200,50\nC1;28/02/2026;600,25\n");

        assertThat(everything()).isEqualTo("C1 2026-01-01 EUR 1200.5000, C1 2026-02-01 EUR 600.2500");
    }

    @Test
    void what_cannot_be_used_is_told_with_the_reason() {
        var done = sales(
                "C9;2026-01;10;;EUR\nC1;2026-01;10;;EUR\nC1;2026/1;11;;EUR\nC1;2026-13;10;;EUR\nC1;1900-01;10;;EUR\n"
                        + "C1;2026-05;10;;ZZZ\nC1;2026-06;ten;;EUR\nC1;2026-07;1;;EUR\nC1;2026-08;1;;EUR\nC1;2026-09;1;;EUR\nC1;2026-10;1;;EUR\n");

        assertThat(sandbox.reasons(done))
                .containsExactly(
                        "2 ledger.load.unknownCustomer",
                        "4 ledger.load.repeatedMonth",
                        "5 intake.row.badMonth",
                        "6 intake.row.dateRange",
                        "7 intake.row.badCurrency",
                        "8 intake.row.badAmount");
        assertThat(done.counts().added()).isEqualTo(5);
    }

    private Import sales(String rows) {
        return sandbox.bring(
                Subject.SALES,
                DELTA,
                "client_code;sales_month;sales_amount_inc_tax;sales_amount;sales_currency\n" + rows);
    }

    private String everything() {
        try (var owner = new OwnerSession(sandbox.ledger.database().url())) {
            return owner.ask(
                    "select string_agg(concat_ws(' ', code, month, currency, amount, amount_net), ', ' order by code, month)"
                            + " from ledger.sales_month s join ledger.customer c on c.tenant_id = s.tenant_id and c.id = s.customer_id");
        }
    }
}
