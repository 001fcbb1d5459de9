package io.dunlin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class ColumnChoiceTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("code", "Code", null, Column.Kind.TEXT, true),
            new Column("name", "Name", null, Column.Kind.TEXT, true),
            new Column("city", "City", null, Column.Kind.TEXT, true).extra());

    @Test
    void extra_columns_are_shown_only_when_asked_for() {
        assertThat(table(null).shown()).containsExactly(0, 1);
        assertThat(table("city,code").shown()).containsExactly(2, 0);
        assertThat(table("city,code").offered()).containsExactly(2, 0, 1);
    }

    @Test
    void unknown_and_repeated_names_are_passed_over() {
        assertThat(table("code,nonsense,code").shown()).containsExactly(0);
        assertThat(table("nonsense").shown()).containsExactly(0, 1);
    }

    @Test
    void a_file_has_the_columns_of_the_page_in_its_order() throws Exception {
        var download = new TableDownload(
                "x",
                "x",
                COLUMNS,
                rows -> rows.accept(List.of(Cell.of("1"), Cell.of("One"), Cell.of("Rennes"))),
                About.of(new SomeViewer("Anna", Locale.ENGLISH, "yyyy-MM-dd").at("/"), Instant.EPOCH, "x"));
        var response = new MockHttpServletResponse();

        download.shownBy(table("city,code").request()).send("csv", response);

        var written = new ByteArrayOutputStream();
        written.write(response.getContentAsByteArray());
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("City")
                .contains("Rennes")
                .doesNotContain("One");
    }

    private static Table table(@Nullable String columns) {
        return new Table(
                "t",
                COLUMNS,
                List.of(),
                List.of(),
                0,
                TableRequest.of(null, null, null, null).withColumns(columns));
    }
}
