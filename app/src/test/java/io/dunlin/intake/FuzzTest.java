package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.kernel.Rejected;
import io.dunlin.testing.OwnerSession;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Spoilt files: none crashes, hangs or is loaded in part. */
class FuzzTest {
    private static final int PROFILED = 3000;
    private static final int IMPORTED = 40;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final List<byte[]> files =
            SameLedgerTest.files().stream().map(SampleFile::bytes).toList();

    @Test
    @Timeout(120)
    void thousands_of_spoilt_files_are_read_or_refused() {
        var read = 0;
        for (var number = 0; number < PROFILED; number++) {
            var file = file(number);
            var began = System.nanoTime();
            try {
                read += isRead(file) ? 1 : 0;
            } catch (RuntimeException | Error crash) {
                throw new AssertionError("File " + number, crash);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("File %s", number)
                    .isLessThan(LONGEST);
        }
        // Else the mutations spoil everything at once and show nothing.
        assertThat(read).isBetween(PROFILED / 5, PROFILED - PROFILED / 10);
    }

    @Test
    @Timeout(120)
    void spoilt_files_are_loaded_as_counted_or_not_at_all() {
        try (var sandbox = new Sandbox();
                var owner = new OwnerSession(sandbox.ledger.database().url())) {
            var applied = 0;
            for (var number = 0; number < IMPORTED; number++) {
                var company = sandbox.newCompany("F" + number);
                var added = 0L;
                try {
                    var done = sandbox.bring(company, "spoilt", file(number));
                    assertThat(done.state()).as("File %s", number).isEqualTo(ImportState.APPLIED);
                    assertThat(done.counts().added() + done.counts().rejected())
                            .isEqualTo(done.counts().read());
                    added = done.counts().added();
                    applied++;
                } catch (Rejected refusal) {
                    // Said in a sentence.
                } catch (RuntimeException crash) {
                    throw new AssertionError("File " + number, crash);
                }
                assertThat(owner.ask("select count(*) from ledger.item where company_id = "
                                + company.id().value()))
                        .as("File %s", number)
                        .isEqualTo(String.valueOf(added));
            }
            assertThat(applied).isGreaterThan(IMPORTED / 10);
        }
    }

    private byte[] file(int number) {
        return new Mutations(number).of(files.get(number % files.size()));
    }

    /** As when it is uploaded; then every row once more, as by the import. */
    private static boolean isRead(byte[] file) {
        try {
            var charset = SampleSheet.charset(file);
            var profile = Profiler.profile(new ByteArrayInputStream(file), charset);
            var mapping = Suggestions.propose(Subject.ITEMS, profile, null);
            var check = MappingCheck.of(Subject.ITEMS, mapping, profile);
            var reader = new ItemReader(
                    mapping,
                    profile.columns().stream().map(ColumnProfile::header).toList(),
                    SampleCompany.euro());
            var upload = new Upload(new UploadId(1), "spoilt", file.length, charset);
            var rows = 0;
            try (var again = new TableRows(FileRows.open(new ByteArrayInputStream(file), upload, profile), profile)) {
                for (var row = again.next(); row != null; row = again.next()) {
                    rows++;
                    assertThat(reader.read(row) == null).isEqualTo(reader.problem() != null);
                }
            }
            assertThat((long) rows).isEqualTo(profile.rows());
            return check.isComplete();
        } catch (Rejected refusal) {
            assertThat(refusal.key()).startsWith("intake.file.");
            return false;
        }
    }
}
