package io.dunlin.intake.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.intake.DateFormat;
import io.dunlin.intake.Field;
import io.dunlin.intake.SavedMapping;
import io.dunlin.intake.SavedMapping.Column;
import io.dunlin.intake.SavedMappings;
import io.dunlin.intake.Subject;
import io.dunlin.ledger.LoadOrder;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Programs whose columns have names of their own say by which saved mapping they are read. */
class PushedMappingTest extends PushingProgram {
    private static final String SAP = """
            KUNNR;BELNR;BLDAT;WRBTR;item_po_number
            C1;A;02/01/2026;10.50;PO-1
            C1;B;03/01/2026;20.25;PO-2
            """;

    @Test
    void a_push_is_read_by_the_mapping_it_names_and_by_nothing_else() {
        save("SAP nightly", Subject.ITEMS, LoadOrder.Mode.STOCK);

        var unnamed = push("/api/items", SAP.getBytes(UTF_8));
        assertThat(unnamed.statusCode()).isEqualTo(422);
        var pushed = push("/api/items?mapping=sap%20nightly", SAP.getBytes(UTF_8));

        assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(202);
        assertThat(ended(location(pushed)).path("counts").path("new").asLong()).isEqualTo(2);
        assertThat(ask("select min(issue_date) from ledger.item where ")).isEqualTo("2026-01-02");
        assertThat(ask("select count(purchase_order) from ledger.item where "))
                .as("a column that the mapping does not know, though its name is known")
                .isEqualTo("0");
        assertThat(ask("select count(*) from intake.saved_mapping where used_at is not null and "))
                .isEqualTo("1");
    }

    @Test
    void what_is_absent_is_cleared_only_where_the_push_itself_says_so() {
        save("Whole", Subject.ITEMS, LoadOrder.Mode.STOCK);
        ended(location(push("/api/items?mapping=Whole", SAP.getBytes(UTF_8))));
        var first = SAP.lines().limit(2).toList();
        var rest = (String.join("\n", first) + "\n").getBytes(UTF_8);

        var added = ended(location(push("/api/items?mapping=Whole", rest)));
        assertThat(added.path("counts").path("cleared").asLong()).isZero();
        var whole = ended(location(push("/api/items?mapping=Whole&mode=stock&force_clearing=true", rest)));
        assertThat(whole.path("counts").path("cleared").asLong()).isEqualTo(1);
    }

    @Test
    void what_the_push_says_of_dates_goes_before_what_the_mapping_says() {
        save("SAP", Subject.ITEMS, LoadOrder.Mode.DELTA);

        ended(location(push("/api/items?mapping=SAP&date_format=MM/dd/yyyy", SAP.getBytes(UTF_8))));

        assertThat(ask("select min(issue_date) from ledger.item where ")).isEqualTo("2026-02-01");
    }

    @Test
    void an_unknown_name_is_answered_with_those_there_are() {
        var none = push("/api/items?mapping=SAP", SAP.getBytes(UTF_8));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(json(none).path("detail").asString()).contains("SAP", "none has been saved");

        save("Nightly", Subject.ITEMS, LoadOrder.Mode.DELTA);
        save("Weekly", Subject.ITEMS, LoadOrder.Mode.DELTA);
        save("People", Subject.CUSTOMERS, LoadOrder.Mode.DELTA);
        var unknown = push("/api/items?mapping=SAP", SAP.getBytes(UTF_8));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(json(unknown).path("detail").asString())
                .contains("SAP", "Nightly, Weekly")
                .doesNotContain("People");
        assertThat(ask("select count(*) from intake.upload where ")).isEqualTo("0");
    }

    @Test
    void a_column_that_is_missing_is_asked_for_by_the_name_the_mapping_has_for_it() {
        save("SAP", Subject.ITEMS, LoadOrder.Mode.DELTA);

        var refused = push("/api/items?mapping=SAP", "KUNNR;BELNR;BLDAT\nC1;A;13/01/2026\n".getBytes(UTF_8));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("errors").path(0).path("column").asString())
                .isEqualTo("WRBTR");
    }

    @Test
    void types_that_were_explained_once_hold_with_a_named_mapping_too() {
        save("SAP", Subject.ITEMS, LoadOrder.Mode.DELTA);
        var typed = "KUNNR;BELNR;BLDAT;WRBTR;BLART\nC1;A;13/01/2026;-10.50;ZQ\n".getBytes(UTF_8);
        assertThat(json(push("/api/items?mapping=SAP", typed)).path("detail").asString())
                .contains("ZQ");

        owner.tell("insert into intake.item_type (tenant_id, name, written, kind, changed_at) values ("
                + subscriber.tenant() + ", 'zq', 'ZQ', 'CREDIT_NOTE', now())");

        assertThat(ended(location(push("/api/items?mapping=SAP", typed)))
                        .path("state")
                        .asString())
                .isEqualTo("SUCCEEDED");
        assertThat(ask("select kind from ledger.item where ")).isEqualTo("CREDIT_NOTE");
    }

    @Test
    void the_name_of_the_mapping_is_part_of_what_a_key_stands_for() {
        save("SAP", Subject.ITEMS, LoadOrder.Mode.DELTA);
        var first = push("/api/items?mapping=SAP", SAP.getBytes(UTF_8), "Idempotency-Key", "k");
        ended(location(first));

        assertThat(location(push("/api/items?mapping=sap", SAP.getBytes(UTF_8), "Idempotency-Key", "k")))
                .isEqualTo(location(first));
        assertThat(push("/api/items", SAP.getBytes(UTF_8), "Idempotency-Key", "k")
                        .statusCode())
                .isEqualTo(422);
    }

    private void save(String name, Subject subject, LoadOrder.Mode mode) {
        var columns = subject == Subject.ITEMS
                ? List.of(
                        column("KUNNR", Field.ITEM_CUSTOMER_CODE, null),
                        column("BELNR", Field.ITEM_NUMBER, null),
                        column("BLDAT", Field.ITEM_ISSUE_DATE, DateFormat.Order.DAY_FIRST),
                        column("WRBTR", Field.ITEM_AMOUNT, null),
                        column("BLART", Field.ITEM_TYPE, null))
                : List.of(column("KUNNR", Field.CUSTOMER_CODE, null));
        CurrentTenant.run(
                subscriber.tenant(),
                () -> bean(SavedMappings.class).add(name, new SavedMapping(subject, mode, columns)));
    }

    private static Column column(String header, Field field, DateFormat.@Nullable Order dates) {
        return new Column(header, field, dates, null);
    }
}
