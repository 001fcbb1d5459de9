package io.dunlin.intake;

import static io.dunlin.ledger.LoadOrder.Mode.DELTA;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.kernel.Rejected;
import io.dunlin.testing.OwnerSession;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files of orders, sales and users, spoilt in many ways: each is loaded as counted or refused with a sentence. */
class SpoiltSubjectsTest {
    private static final int EACH = 120;
    private static final Map<Subject, String> FILES = Map.of(
            Subject.ORDERS,
            "client_code;order_number;order_date;expected_date;order_amount;currency;description\n"
                    + "C1;O1;2026-11-01;2026-12-01;1200,50;EUR;Café\nC1;O2;2026-11-13;;-20,25;USD;\nC2;O3;2026-11-14;;3,00;;x\n"
                    + "C2;O4;2026-11-15;;4,00;EUR;\"a;b\"\n",
            Subject.SALES,
            "client_code;sales_month;sales_amount_inc_tax;sales_amount;sales_currency\n"
                    + "C1;2026-01;1200,50;1000,00;EUR\nC1;2026-02;600,25;;EUR\nC2;03/2026;-50,00;;USD\nC2;mars 2026;7,00;;\n",
            Subject.USERS,
            "user_email;user_name;user_role;client_code\n"
                    + "anna@example.org;Anna;COLLECTOR;C1\nben@example.org;Bén;Commercial;\"C1,C2\"\ncleo@example.org;Cleo;GUEST;\n"
                    + "anna@example.org;;;C2\n");

    @Test
    @Timeout(240)
    void spoilt_files_are_loaded_as_counted_or_not_at_all() {
        try (var sandbox = new Sandbox();
                var owner = new OwnerSession(sandbox.ledger.database().url())) {
            sandbox.bring(Subject.CUSTOMERS, DELTA, "client_code;client_name\nC1;Kerveno\nC2;Brasserie\n");
            var applied = 0;
            for (var number = 0; number < EACH; number++) {
                for (var file : FILES.entrySet()) {
                    applied += isLoaded(sandbox, file.getKey(), file.getValue(), number) ? 1 : 0;
                }
            }
            assertThat(applied).isGreaterThan(EACH / 2);
            assertThat(owner.ask("select count(*) from tenancy.user_account where role = 'ADMINISTRATOR' or active"))
                    .isEqualTo("0");
            assertThat(owner.ask("select count(*) from ledger.customer")).isEqualTo("2");
        }
    }

    private static boolean isLoaded(Sandbox sandbox, Subject subject, String file, int number) {
        var bytes = new Mutations(number).of(file.getBytes(StandardCharsets.UTF_8));
        try {
            var done = sandbox.bring(subject, DELTA, bytes);
            var counts = done.counts();
            assertThat(done.state()).as("%s %s", subject, number).isEqualTo(ImportState.APPLIED);
            assertThat(counts.unchanged()).as("%s %s", subject, number).isNotNegative();
            assertThat(counts.added() + counts.changed() + counts.unchanged() + counts.rejected())
                    .as("%s %s", subject, number)
                    .isLessThanOrEqualTo(counts.read());
            return true;
        } catch (Rejected refusal) {
            return false;
        } catch (RuntimeException crash) {
            throw new AssertionError(subject + " " + number, crash);
        }
    }
}
