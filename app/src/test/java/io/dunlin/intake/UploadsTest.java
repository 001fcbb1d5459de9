package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.testing.TestLedger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadsTest {
    private final TestLedger ledger = new TestLedger("2026-11-23");
    private Uploads uploads;

    @BeforeAll
    void open() {
        uploads = new Uploads(ledger.sql(), ledger.transaction(), ledger.clock());
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void a_file_of_several_pieces_comes_back_as_it_was() {
        var content = text(2 * Uploads.PIECE + 12_345);
        var upload = store(content);

        assertThat(upload.size()).isEqualTo(content.length);
        assertThat(read(upload)).isEqualTo(content);
    }

    @Test
    void a_file_of_exactly_one_piece_comes_back_as_it_was() {
        var content = text(Uploads.PIECE);

        assertThat(read(store(content))).isEqualTo(content);
    }

    @Test
    void the_file_of_another_tenant_does_not_exist() {
        var upload = store(text(10));
        var other = ledger.newTenant("Other");

        assertThatThrownBy(() -> ledger.as(other, () -> uploads.get(upload.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_is_no_text_is_refused_with_a_sentence_that_says_what_to_do() {
        assertRefused(new byte[0], "intake.file.empty");
        assertRefused("%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII), "intake.file.pdf");
        assertRefused(new byte[] {'a', 'b', 0, 'c'}, "intake.file.binary");
    }

    @Test
    void the_character_set_is_found_from_the_whole_file() {
        assertThat(charset("a;b\n1;2", StandardCharsets.UTF_8)).isEqualTo("UTF-8");
        assertThat(charset("x".repeat(100_000) + "échéance", StandardCharsets.UTF_8))
                .isEqualTo("UTF-8");
        assertThat(charset("x".repeat(100_000) + "échéance", Charset.forName("windows-1252")))
                .isEqualTo("windows-1252");
        assertThat(charset("\ufeffa;b", StandardCharsets.UTF_16LE)).isEqualTo("UTF-16");
        assertThat(charset("code;name\n1;Brûlerie\n", StandardCharsets.UTF_16LE))
                .isEqualTo("UTF-16LE");
        assertThat(charset("code;name\n1;Brûlerie\n", StandardCharsets.UTF_16BE))
                .isEqualTo("UTF-16BE");
        assertThat(charset(
                        "Счёт;Покупатель;Сумма\n1;Общество с ограниченной ответственностью;12",
                        Charset.forName("KOI8-R")))
                .isEqualTo("KOI8-R");
    }

    @Test
    void what_may_be_a_workbook_has_no_character_set() {
        assertThat(store(new byte[] {'P', 'K', 3, 4, 20, 0}).isText()).isFalse();
    }

    private String charset(String text, Charset charset) {
        return store(text.getBytes(charset)).charset();
    }

    private void assertRefused(byte[] content, String key) {
        assertThatThrownBy(() -> store(content)).isInstanceOf(Rejected.class).hasMessage(key);
    }

    private Upload store(byte[] content) {
        return ledger.inTenant(() -> uploads.store("items.csv", new ByteArrayInputStream(content), null));
    }

    private byte[] read(Upload upload) {
        return CurrentTenant.call(ledger.tenant(), () -> {
            try (var stream = uploads.open(upload)) {
                return stream.readAllBytes();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static byte[] text(int length) {
        var content = new byte[length];
        new Random(1).nextBytes(content);
        for (var at = 0; at < length; at++) {
            content[at] = (byte) ('a' + Math.floorMod(content[at], 26));
        }
        return Arrays.copyOf(content, length);
    }
}
