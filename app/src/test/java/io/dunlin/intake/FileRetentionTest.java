package io.dunlin.intake;

import static io.dunlin.ledger.LoadOrder.Mode.DELTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.Rejected;
import io.dunlin.testing.OwnerSession;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FileRetentionTest {
    private static final String FILE =
            "client_code;item_number;invoice_date;due_date;amount\n1;A;2026-01-02;2026-02-02;10\n1;B;2026-02-30;2026-02-02;10\n";

    private final Sandbox sandbox = new Sandbox();
    private final OwnerSession owner =
            new OwnerSession(sandbox.ledger.database().url());
    private final FileRetention retention = new FileRetention(
            sandbox.ledger.sql(), new ImportSettings(Duration.ofDays(180), Duration.ofDays(7)), sandbox.ledger.clock());

    @AfterEach
    void close() {
        owner.close();
        sandbox.close();
    }

    @Test
    void an_old_file_goes_and_what_was_imported_from_it_stays() {
        var old = sandbox.run(FILE, DELTA);
        sandbox.ledger.clock().pass(Duration.ofDays(179));
        var young = sandbox.run(FILE, DELTA);
        retain();
        assertThat(sandbox.get(old.id()).fileKept()).isTrue();

        sandbox.ledger.clock().pass(Duration.ofDays(2));
        retain();

        var emptied = sandbox.get(old.id());
        assertThat(emptied.fileKept()).isFalse();
        assertThat(emptied.counts()).isEqualTo(old.counts());
        assertThat(owner.ask("select count(*) from intake.upload_piece where upload_id = " + old.upload()))
                .isEqualTo("0");
        assertThat(owner.ask("select count(*) from intake.rejected_row where import_id = " + old.id()))
                .isEqualTo("0");
        assertThat(sandbox.ledger
                        .inTenant(() -> sandbox.imports.profile(old.id()))
                        .samples())
                .isEmpty();
        assertThat(owner.ask("select count(*) from ledger.item")).isEqualTo("1");
        assertThat(sandbox.get(young.id()).fileKept()).isTrue();
        assertThat(owner.ask("select count(*) from intake.rejected_row where import_id = " + young.id()))
                .isEqualTo("1");
    }

    @Test
    void an_import_without_its_file_cannot_be_started() {
        var id = sandbox.prepare(new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)), DELTA);
        sandbox.ledger.clock().pass(Duration.ofDays(181));
        retain();

        assertThat(sandbox.get(id).mayBeMapped()).isFalse();
        assertThatThrownBy(() -> sandbox.ledger.inTenant(() -> {
                    sandbox.orders.repeat(id);
                    return id;
                }))
                .isInstanceOf(Rejected.class)
                .hasMessage("intake.file.gone");
    }

    @Test
    void a_file_that_became_no_import_goes_as_well() {
        sandbox.ledger.inTenant(() -> sandbox.uploads.store(
                "half.csv", new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)), null));
        sandbox.ledger.clock().pass(Duration.ofDays(181));
        retain();

        assertThat(owner.ask("select count(*) from intake.upload")).isEqualTo("0");
        assertThat(owner.ask("select count(*) from intake.upload_piece")).isEqualTo("0");
    }

    private void retain() {
        sandbox.ledger.inTenant(() -> {
            retention.run(sandbox.ledger.company());
            return "";
        });
    }
}
