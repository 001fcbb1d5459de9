package io.dunlin.intake;

import static io.dunlin.ledger.LoadOrder.Mode.DELTA;
import static io.dunlin.ledger.LoadOrder.Mode.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.tenancy.CurrentTenant;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RejectedFileTest {
    @Test
    void the_file_of_rejected_rows_can_be_corrected_and_uploaded_again() {
        try (var sandbox = new Sandbox()) {
            var done = sandbox.run(
                    "client_code;item_number;invoice_date;amount\n1;A;2026-01-02;10\n1;B;2026-02-30;\"1,5\"\n", DELTA);
            var file = write(sandbox, done.id());

            assertThat(file)
                    .isEqualTo(
                            "\ufeffclient_code;item_number;invoice_date;amount;dunlin_reason\r\n1;B;2026-02-30;1,5;intake.row.badDate\r\n");

            var corrected = file.replace("2026-02-30", "2026-02-28");
            var id = sandbox.prepare(new ByteArrayInputStream(corrected.getBytes(StandardCharsets.UTF_8)), STOCK);
            var profile = sandbox.ledger.inTenant(() -> sandbox.imports.profile(id));
            assertThat(profile.isCorrection()).isTrue();
            // Corrected rows are never the whole ledger, whatever was chosen.
            var mapping =
                    sandbox.ledger.inTenant(() -> sandbox.imports.mapping(id)).completed(profile);
            assertThat(mapping.mode()).isEqualTo(DELTA);
            assertThat(mapping.columns().getLast().field()).isNull();
        }
    }

    private static String write(Sandbox sandbox, ImportId id) {
        var output = new ByteArrayOutputStream();
        CurrentTenant.run(
                sandbox.ledger.tenant(),
                () -> new RejectedFile(sandbox.imports, sandbox.rejected).write(id, output, RowProblem::reason));
        return output.toString(StandardCharsets.UTF_8);
    }
}
