package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.web.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file to fill in that comes back is understood without a question. */
class TemplatesTest {
    private static final Texts TEXTS = new Texts();
    private static final Templates TEMPLATES = new Templates(TEXTS);

    static Stream<Arguments> subjects() {
        return Arrays.stream(Subject.values())
                .flatMap(subject -> Stream.of(Locale.ENGLISH, Locale.FRENCH)
                        .flatMap(language ->
                                Stream.of("csv", "xlsx").map(format -> Arguments.of(subject, language, format))));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void all_its_columns_are_recognised(Subject subject, Locale language, String format) throws IOException {
        var profile = profile(subject, language, format);
        var mapping = Suggestions.propose(subject, profile, null);

        assertThat(profile.rows()).isEqualTo(3);
        assertThat(mapping.columns().stream().map(Mapping.Choice::field))
                .doesNotContainNull()
                .containsExactlyInAnyOrderElementsOf(Field.of(subject).stream()
                        .filter(field -> !field.isAuxiliary())
                        .toList());
        for (var at = 0; at < profile.columns().size(); at++) {
            var field = mapping.columns().get(at).field();
            var name = TEXTS.text(language, "intake.field." + (field == null ? "" : field.code()));
            assertThat(profile.columns().get(at).header()).isIn(name, name + " *");
        }
        assertThat(MappingCheck.of(subject, mapping, profile).isComplete())
                .as("%s", MappingCheck.of(subject, mapping, profile))
                .isTrue();
    }

    @Test
    void the_required_columns_are_the_first_and_marked() throws IOException {
        var lines = new String(bytes(Subject.ITEMS, Locale.FRENCH, "csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(lines.getFirst())
                .startsWith("\ufeffCode client *;Numéro de pièce *;Date de la pièce *;Montant TTC *;")
                .contains(";Devise;");
        assertThat(lines.get(1)).startsWith("C-1001;2026-0117;2026-01-15;1200,00;");
        assertThat(new String(bytes(Subject.ITEMS, Locale.ENGLISH, "csv"), StandardCharsets.UTF_8))
                .contains("C-1002,2026-0118,2026-01-20,-150.00,");
    }

    @Test
    void the_workbook_explains_each_column_on_its_second_sheet() throws IOException {
        try (var book = Workbook.examine(new ByteArrayInputStream(bytes(Subject.CUSTOMERS, Locale.FRENCH, "xlsx")))) {
            assertThat(book.sheets()).containsExactly("Clients", "Colonnes");
            try (var rows = book.rows("Colonnes")) {
                var count = 0;
                rows.next();
                for (var row = rows.next(); row != null; row = rows.next()) {
                    count++;
                    assertThat(row.cell(0)).isNotEmpty();
                    assertThat(row.cell(1)).startsWith(row.cell(0).endsWith(" *") ? "obligatoire" : "facultative");
                    assertThat(row.cell(3)).as(row.cell(0)).isNotEmpty();
                }
                assertThat(count).isEqualTo(Field.of(Subject.CUSTOMERS).size());
            }
        }
    }

    private static FileProfile profile(Subject subject, Locale language, String format) throws IOException {
        return Profiler.profile(
                new ByteArrayInputStream(bytes(subject, language, format)), format.equals("csv") ? "UTF-8" : "");
    }

    private static byte[] bytes(Subject subject, Locale language, String format) throws IOException {
        var output = new ByteArrayOutputStream();
        if (format.equals("csv")) {
            TEMPLATES.csv(subject, language, output);
        } else {
            TEMPLATES.xlsx(subject, language, output);
        }
        return output.toByteArray();
    }
}
