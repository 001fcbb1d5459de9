package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.testing.ChildApplication;
import io.dunlin.testing.OwnServer;
import io.dunlin.testing.OwnerSession;
import io.dunlin.testing.SmallDisk;
import io.dunlin.testing.Wait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the database fills up in the middle of an import, and room is made again. A real server on a real, small disk. */
class FullDiskTest {
    private static final int ITEMS = 60_000;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_full_disk_fails_the_import_clearly_and_with_room_again_it_is_there_once() throws IOException {
        var mounted = SmallDisk.mount(folder.resolve("disk"), 400);
        Assumptions.assumeTrue(mounted.isPresent(), "Only root may mount a small disk; skipped");
        var file = NumberedItems.file(folder, "Maison", ITEMS);
        try (var disk = mounted.orElseThrow();
                var server = OwnServer.in(disk.folder());
                var node = ChildApplication.start(server.url())) {
            disk.fillUpTo(24);
            var link = NumberedItems.start(node.signedIn(), file);
            waitFor(server, "FAILED");
            assertThat(node.signedIn().get(link).body())
                    .contains("A disk of the server is full, and nothing was changed.", "Try again");
            for (var table : List.of("ledger.item", "ledger.customer", "ledger.customer_fact")) {
                assertThat(ask(server, "select count(*) from " + table))
                        .as(table)
                        .isEqualTo("0");
            }

            disk.makeRoom();
            var browser = node.signedIn();
            browser.get(link);
            browser.post(link + "/repeat");
            waitFor(server, "SUCCEEDED");
            assertThat(node.signedIn().get(link).body()).contains("60,000 rows read: 60,000 new");
            assertThat(ask(server, "select count(*) || ' ' || count(distinct number) from ledger.item"))
                    .isEqualTo("60000 60000");
            assertThat(ask(server, "select sum(open_amount) from ledger.item"))
                    .isEqualTo(ask(server, "select sum(receivable) from ledger.customer_fact"));
            assertThat(ask(server, "select count(*) from ledger.stage_item")).isEqualTo("0");
        }
    }

    /** The server may stop meanwhile, where the room is missing for its log, and start again by itself. */
    private static void waitFor(OwnServer server, String state) {
        Wait.until(state, LONGEST, () -> {
            try {
                return ask(server, "select state from jobs.job order by id desc limit 1")
                        .equals(state);
            } catch (IllegalStateException starting) {
                return false;
            }
        });
    }

    private static String ask(OwnServer server, String query) {
        try (var session = new OwnerSession(server.url())) {
            return session.ask(query);
        }
    }
}
