package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.LoadOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedMappingFileTest {
    private static final String GOOD = """
            {"format":"dunlin-mapping","version":1,"name":"Night run","subject":"ITEMS","mode":"DELTA","columns":[
            {"header":"Compte","field":"ITEM_CUSTOMER_CODE"},{"header":"Date","field":"ITEM_ISSUE_DATE","dates":"DAY_FIRST"}]}
            """;

    @Test
    void what_is_written_is_read_again() {
        var file = new SavedMappingFile(
                "Été « 1 »",
                new SavedMapping(
                        Subject.ITEMS,
                        LoadOrder.Mode.STOCK,
                        List.of(
                                new SavedMapping.Column(
                                        "Date \"x\"", Field.ITEM_ISSUE_DATE, DateFormat.Order.DAY_FIRST, null),
                                new SavedMapping.Column("Betrag", Field.ITEM_AMOUNT, null, AmountFormat.COMMA),
                                new SavedMapping.Column("", null, null, null))));

        assertThat(SavedMappingFile.read(file.write())).isEqualTo(file);
        assertThat(read(GOOD).mapping().columns()).hasSize(2);
    }

    @Test
    void months_keep_whether_the_day_or_the_month_comes_first() {
        var file = new SavedMappingFile(
                "Sales",
                new SavedMapping(
                        Subject.SALES,
                        LoadOrder.Mode.DELTA,
                        List.of(new SavedMapping.Column(
                                "Period", Field.SALES_MONTH, DateFormat.Order.MONTH_FIRST, null))));

        assertThat(SavedMappingFile.read(file.write())).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version\":1|version\":2|intake.saved.file.version",
                "version\":1|version\":\"1\"|intake.saved.file.version",
                "dunlin-mapping|other|intake.saved.file.foreign",
                "\"Night run\"|7|intake.saved.file.text",
                "\"Night run\"|\"  \"|intake.saved.file.text",
                "ITEMS|NOTHING|intake.saved.file.word",
                "DELTA|MAYBE|intake.saved.file.word",
                "ITEM_CUSTOMER_CODE|CUSTOMER_CODE|intake.saved.file.word",
                "ITEM_CUSTOMER_CODE|<script>|intake.saved.file.word",
                "DAY_FIRST|SOMETIMES|intake.saved.file.word",
                "\"Compte\"|[\"Compte\"]|intake.saved.file.text",
                "\"mode\"|\"subject\"|intake.saved.file.foreign",
                "\"columns\"|\"rows\"|intake.saved.file.columns",
                "]}|]|intake.saved.file.foreign"
            })
    void what_is_wrong_is_refused_with_its_reason(String good, String bad, String reason) {
        assertRefused(GOOD.replace(good, bad), reason);
    }

    @Test
    void what_is_no_mapping_at_all_is_refused() {
        assertRefused("", "intake.saved.file.foreign");
        assertRefused("[]", "intake.saved.file.foreign");
        assertRefused("null", "intake.saved.file.foreign");
        assertRefused("[".repeat(100_000), "intake.saved.file.foreign");
        assertRefused("\u0000\u0001%PDF", "intake.saved.file.foreign");
        assertRefused(" ".repeat(SavedMappingFile.LARGEST + 1), "intake.saved.file.tooLarge");
        assertRefused(GOOD.replace("\"Compte\"", "\"" + "x".repeat(201) + "\""), "intake.saved.file.text");
        assertRefused(GOOD.replace("[\n", "[" + "{\"header\":\"x\"},".repeat(300)), "intake.saved.file.columns");
    }

    @Test
    void what_no_database_keeps_is_taken_out_of_names() {
        assertThat(read(GOOD.replace("Night run", "Night\\u0000 run")).name()).isEqualTo("Night run");
    }

    private static SavedMappingFile read(String text) {
        return SavedMappingFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String text, String reason) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Rejected.class).hasMessage(reason);
    }
}
