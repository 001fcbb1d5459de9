package io.dunlin.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.UserId;
import io.dunlin.testing.TestLedger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.InputStreamSource;
import org.springframework.util.unit.DataSize;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentsTest {
    private static final UserId ANN = new UserId(1);
    private static final AttachmentSettings SETTINGS =
            new AttachmentSettings(null, DataSize.ofKilobytes(100), Period.ofMonths(6));

    @TempDir
    private Path folder = Path.of("");

    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final SamplePortfolio portfolio = new SamplePortfolio(ledger);
    private final CustomerFiles customers = new CustomerFiles(ledger.sql(), new Groups(ledger.sql()), ledger.clock());
    private final Attachments attachments = new Attachments(ledger.sql());
    private @Nullable CustomerId customer;

    @BeforeAll
    void a_customer() {
        customer = portfolio.customer("C1", "One");
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void a_file_is_kept_and_another_tenant_reaches_neither_row_nor_content() throws IOException {
        var content = new byte[70_000];
        content[0] = '%';
        System.arraycopy("%PDF-1.7".getBytes(UTF_8), 0, content, 0, 8);
        var id = add(null, "C:\\tmp\\Café \u202efdp.pdf", () -> new ByteArrayInputStream(content));
        var kept = ledger.inTenant(() -> attachments.get(id));

        assertThat(kept.fileName()).isEqualTo("Café fdp.pdf");
        assertThat(kept.mediaType()).isEqualTo("application/pdf");
        assertThat(kept.size()).isEqualTo(70_000);
        assertThat(ledger.inTenant(() -> read(kept))).isEqualTo(content);
        assertThat(ledger.inTenant(() -> attachments.of(file().id()))).contains(kept);

        var other = ledger.newTenant("Other");
        assertThatThrownBy(() -> ledger.as(other, () -> attachments.get(id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ledger.as(other, () -> read(kept))).hasCauseInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> ledger.inTenant(() -> open("../" + ledger.tenant() + "/" + kept.contentKey())))
                .hasCauseInstanceOf(NoSuchFileException.class);

        ledger.inTenant(() -> {
            contents().remove(kept);
            return true;
        });
        assertThat(keptFiles()).doesNotContain(kept.contentKey());
        assertThatThrownBy(() -> ledger.inTenant(() -> attachments.get(id))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_broken_stream_or_a_full_disk_or_a_refused_row_leaves_neither_row_nor_file() throws IOException {
        var files = keptFiles();
        var rows = ledger.inTenant(() -> attachments.count(file().id()));
        var opened = new AtomicInteger();
        // The first reading finds out the type; the second one breaks.
        InputStreamSource broken = () -> opened.incrementAndGet() == 1
                ? text("fine")
                : new SequenceInputStream(text("fi"), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Connection reset");
                    }
                });
        assertThatThrownBy(() -> add(null, "a.txt", broken))
                .isInstanceOf(Rejected.class)
                .hasMessage("ledger.files.notKept");

        var full = new AttachmentFolder(new AttachmentPlace(Files.writeString(folder.resolve("full"), "")));
        assertThatThrownBy(() ->
                        ledger.inTenant(() -> contents(full).add(file(), null, "a.txt", () -> text("fine"), ANN)))
                .isInstanceOf(Rejected.class)
                .hasMessage("ledger.files.notKept");

        var ours = ledger.inTenant(this::file);
        var other = ledger.newTenant("Without that company");
        assertThatThrownBy(() -> ledger.as(other, () -> contents().add(ours, null, "a.txt", () -> text("fine"), ANN)))
                .isInstanceOf(org.jooq.exception.DataAccessException.class);
        assertThatThrownBy(() -> add(null, "a.txt", () -> text("x".repeat(102_401))))
                .isInstanceOf(Rejected.class)
                .hasMessage("ledger.files.tooLarge");

        assertThat(keptFiles()).isEqualTo(files.isEmpty() ? "full" : files + "\nfull");
        Files.delete(folder.resolve("full"));
        assertThat(ledger.inTenant(() -> attachments.count(file().id()))).isEqualTo(rows);
    }

    @Test
    void the_type_is_found_from_the_content_and_the_name_must_say_the_same() {
        assertThat(type("a.PDF", "%PDF-1.4")).isEqualTo("PDF");
        assertThat(type("a.png", "\u0089PNG\r\n\u001a\n")).isEqualTo("PNG");
        assertThat(type("a.jpeg", "\u00ff\u00d8\u00ff\u00e0")).isEqualTo("JPEG");
        assertThat(type("a.gif", "GIF89a")).isEqualTo("GIF");
        assertThat(type("a.webp", "RIFF0000WEBP")).isEqualTo("WEBP");
        assertThat(type("a.csv", "a;b\n1;é\n")).isEqualTo("TABLE");
        assertThat(type("a.txt", "hello")).isEqualTo("TEXT");
        assertThat(type("a.eml", "Subject: hello\n\nBody")).isEqualTo("MESSAGE");
        assertThat(type("a.xlsx", zip("[Content_Types].xml", "…spreadsheetml.sheet.main+xml")))
                .isEqualTo("XLSX");
        assertThat(type("a.docx", zip("[Content_Types].xml", "…wordprocessingml.document.main+xml")))
                .isEqualTo("DOCX");
        assertThat(type("a.odt", zip("mimetype", "application/vnd.oasis.opendocument.text")))
                .isEqualTo("ODT");

        assertThat(type("a.pdf.exe", "%PDF-1.4")).isEqualTo("none");
        assertThat(type("a.txt", "%PDF-1.4")).isEqualTo("none");
        assertThat(type("a.exe", "MZ\u0090\u0000")).isEqualTo("none");
        assertThat(type("a.txt", "MZ\u0090\u0000")).isEqualTo("none");
        assertThat(type("a.html", "<!doctype html>")).isEqualTo("none");
        assertThat(type("a.txt", " <!doctype html>")).isEqualTo("none");
        assertThat(type("a.svg", "<svg onload=alert(1)>")).isEqualTo("none");
        assertThat(type("a.txt", "#!/bin/sh")).isEqualTo("none");
        assertThat(type("a.js", "alert(1)")).isEqualTo("none");
        assertThat(type("a.bat", "del *")).isEqualTo("none");
        assertThat(type("a.txt", "x".repeat(9000) + "\u0000")).isEqualTo("none");
        assertThat(type("a.xlsx", zip("[Content_Types].xml", "spreadsheetml.sheet.main+xml vbaProject")))
                .isEqualTo("none");
        assertThat(type("a.xlsx", zip("evil.jar", "x"))).isEqualTo("none");
        assertThat(type("a.xlsx", "PK\3\4 broken")).isEqualTo("none");
        assertThat(type("a.txt", "")).isEqualTo("none");
    }

    @Test
    void files_of_items_go_six_months_after_clearing_and_those_of_customers_stay() {
        var whose = java.util.Objects.requireNonNull(customer);
        var open = portfolio.invoice(whose, "OPEN", "10", "2025-01-01", "2025-02-01");
        var cleared = portfolio.invoice(whose, "CLEARED", "10", "2025-01-01", "2025-02-01");
        portfolio.paid(cleared, "2026-05-21");
        var recent = portfolio.invoice(whose, "RECENT", "10", "2025-01-01", "2025-02-01");
        portfolio.paid(recent, "2026-05-23");
        ledger.clock().setTo("2026-01-10");
        var ofOpen = add(open, "1.txt", () -> text("1"));
        var ofCleared = add(cleared, "2.txt", () -> text("2"));
        var ofRecent = add(recent, "3.txt", () -> text("3"));
        var ofCustomer = add(null, "4.txt", () -> text("4"));
        var ofNobody = add(new ItemId(999_999), "5.txt", () -> text("5"));
        var goneKey = ledger.inTenant(() -> attachments.get(ofCleared).contentKey());
        ledger.clock().setTo("2026-11-22");
        var lately = add(cleared, "6.txt", () -> text("6"));

        ledger.inTenant(() -> {
            new AttachmentRetention(ledger.sql(), contents(), SETTINGS, ledger.clock()).run(ledger.company());
            return true;
        });

        assertThat(ledger.inTenant(() -> attachments.of(file().id())))
                .extracting(Attachment::id)
                .contains(ofOpen, ofRecent, ofCustomer, lately)
                .doesNotContain(ofCleared, ofNobody);
        assertThat(keptFiles()).doesNotContain(goneKey);
    }

    @Test
    void content_without_a_row_is_swept_once_it_is_a_day_old() throws IOException {
        ledger.clock().setTo("2026-11-22");
        var kept = add(null, "kept.txt", () -> text("kept"));
        var keptKey = ledger.inTenant(() -> attachments.get(kept).contentKey());
        var own = folder.resolve(ledger.tenant().toString());
        var yesterday = ledger.clock().instant().minus(Duration.ofHours(25));
        old(own.resolve(keptKey), yesterday);
        old(Files.writeString(own.resolve("0".repeat(32)), "no row"), yesterday);
        old(Files.writeString(own.resolve("1".repeat(32) + ".part"), "unfinished"), yesterday);
        old(Files.writeString(own.resolve("2".repeat(32)), "its row comes"), yesterday.plus(Duration.ofHours(2)));
        old(Files.writeString(own.resolve("README"), "of an administrator"), yesterday);
        var other = Files.createDirectories(folder.resolve("999999")).resolve("3".repeat(32));
        old(Files.writeString(other, "of another tenant"), yesterday);

        sweep(ledger.company());

        assertThat(own.resolve(keptKey)).exists();
        assertThat(own.resolve("0".repeat(32))).doesNotExist();
        assertThat(own.resolve("1".repeat(32) + ".part")).doesNotExist();
        assertThat(own.resolve("2".repeat(32))).exists();
        assertThat(own.resolve("README")).exists();
        assertThat(other).exists();
        Files.delete(other);
        Files.delete(own.resolve("2".repeat(32)));
        Files.delete(own.resolve("README"));
    }

    @Test
    void a_full_disk_leaves_nothing_half_kept_and_is_said() throws IOException {
        var before = keptFiles();
        InputStreamSource content = () -> new SequenceInputStream(text("a".repeat(50_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("No space left on device");
            }
        });
        var opened = new AtomicInteger();
        assertThatThrownBy(() -> add(
                        null, "a.txt", () -> opened.incrementAndGet() == 1 ? text("fine") : content.getInputStream()))
                .isInstanceOf(Rejected.class)
                .hasMessage("ledger.files.notKept");
        assertThat(keptFiles()).isEqualTo(before);
    }

    private void sweep(Company company) {
        ledger.inTenant(() -> {
            new AttachmentSweep(
                            ledger.sql(),
                            new AttachmentFolder(new AttachmentPlace(folder)),
                            contents(),
                            new Companies(ledger.sql(), ledger.clock()),
                            ledger.clock())
                    .run(company);
            return true;
        });
    }

    private static void old(Path file, Instant at) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(at));
    }

    private AttachmentId add(@Nullable ItemId item, String name, InputStreamSource content) {
        return ledger.inTenant(() -> contents().add(file(), item, name, content, ANN));
    }

    private CustomerFile file() {
        return customers.get(ledger.company(), "C1");
    }

    private AttachmentContents contents() {
        return contents(new AttachmentFolder(new AttachmentPlace(folder)));
    }

    private AttachmentContents contents(AttachmentStore store) {
        return new AttachmentContents(ledger.sql(), ledger.transaction(), store, SETTINGS, ledger.clock());
    }

    private byte[] read(Attachment one) {
        try (var content = contents().open(one)) {
            return content.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private InputStream open(String key) {
        try {
            return new AttachmentFolder(new AttachmentPlace(folder)).open(key);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Names of all files in the folder, finished or not. */
    private String keptFiles() {
        try (var all = Files.walk(folder)) {
            return String.join(
                    "\n",
                    all.filter(Files::isRegularFile)
                            .map(file -> String.valueOf(file.getFileName()))
                            .sorted()
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static String type(String name, String content) {
        try {
            return AttachmentType.of(name, new ByteArrayInputStream(content.getBytes(ISO_8859_1)))
                    .map(Enum::name)
                    .orElse("none");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String zip(String name, String content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toString(ISO_8859_1);
    }
}
