package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.intake.Mapping.Choice;
import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.LoadOrder;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.testing.OwnerSession;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person says in which character set a file is, and what separates its values. */
class RereadTest {
    private final Sandbox sandbox = new Sandbox();
    private final Intake intake = new Intake(sandbox.uploads, sandbox.imports, sandbox.mappings);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void another_character_set_renews_names_and_proposals_and_keeps_what_was_chosen_by_hand() {
        var id = receive("Référence;Note;Date d'échéance;Montant;Client\nŽ1;é;31/12/2026;10,50;C1\n", "ISO-8859-15");
        assertThat(headers(id)).startsWith("Référence", "Note");
        assertThat(sample(id)).isNotEqualTo("Ž1");
        var chosen = choose(id, 1, Field.ITEM_PURCHASE_ORDER);

        reread(id, "ISO-8859-15", Delimiter.SEMICOLON, chosen);

        assertThat(sample(id)).isEqualTo("Ž1");
        assertThat(fields(id))
                .isEqualTo(chosen.columns().stream().map(Choice::field).toList());
        assertThat(sandbox.get(id).charset()).isEqualTo("ISO-8859-15");
    }

    @Test
    void another_delimiter_makes_other_columns_with_proposals_of_their_own() {
        var id = receive("client_code,x;item_number;invoice_date;amount\n1,a;A;2026-01-02;10\n", "UTF-8");
        var chosen = choose(id, 1, null);

        reread(id, "UTF-8", Delimiter.COMMA, chosen);
        assertThat(headers(id)).containsExactly("client_code", "x;item_number;invoice_date;amount");
        assertThat(fields(id)).containsExactly(Field.ITEM_CUSTOMER_CODE, null);

        reread(id, "UTF-8", Delimiter.SEMICOLON, mapping(id));
        assertThat(fields(id)).contains(Field.ITEM_NUMBER, Field.ITEM_ISSUE_DATE, Field.ITEM_AMOUNT);
    }

    @Test
    void what_cannot_be_read_so_leaves_everything_as_it_was() {
        var id = receive("client_code;amount\n1;10\n", "UTF-8");

        assertThatThrownBy(() -> reread(id, "UTF-7", Delimiter.COMMA, mapping(id)))
                .isInstanceOf(Rejected.class)
                .hasMessage("intake.file.charset");
        assertThatThrownBy(() -> reread(id, "UTF-16LE", Delimiter.COMMA, mapping(id)))
                .isInstanceOf(Rejected.class);
        assertThat(headers(id)).containsExactly("client_code", "amount");
        assertThat(sandbox.get(id).charset()).isEqualTo("UTF-8");
    }

    @Test
    void a_file_that_cannot_be_used_is_not_kept() {
        assertThatThrownBy(() -> receive("1;2;3\n4;5;6\n", "UTF-8")).isInstanceOf(Rejected.class);
        try (var owner = new OwnerSession(sandbox.ledger.database().url())) {
            assertThat(owner.ask("select count(*) from intake.upload")).isEqualTo("0");
        }
    }

    private ImportId receive(String content, String charset) {
        var bytes = content.getBytes(charset.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(charset));
        return CurrentTenant.call(
                sandbox.ledger.tenant(),
                () -> intake.receive(
                        Subject.ITEMS, "items.csv", new ByteArrayInputStream(bytes), sandbox.ledger.company(), null));
    }

    private void reread(ImportId id, String charset, Delimiter delimiter, Mapping chosen) {
        CurrentTenant.run(sandbox.ledger.tenant(), () -> intake.reread(id, charset, delimiter, chosen));
    }

    private Mapping choose(ImportId id, int column, @Nullable Field field) {
        var proposed = mapping(id);
        var columns = new ArrayList<>(proposed.columns());
        columns.set(column, new Choice(field, null, null));
        return new Mapping(columns, proposed.kinds(), LoadOrder.Mode.DELTA);
    }

    private Mapping mapping(ImportId id) {
        return sandbox.ledger.inTenant(() -> sandbox.imports.mapping(id));
    }

    private FileProfile profile(ImportId id) {
        return sandbox.ledger.inTenant(() -> sandbox.imports.profile(id));
    }

    private java.util.List<String> headers(ImportId id) {
        return profile(id).columns().stream().map(ColumnProfile::header).toList();
    }

    private String sample(ImportId id) {
        return profile(id).samples().getFirst().cell(0);
    }

    private java.util.List<@Nullable Field> fields(ImportId id) {
        var fields = new ArrayList<@Nullable Field>();
        mapping(id).columns().forEach(choice -> fields.add(choice.field()));
        return fields;
    }
}
