package io.dunlin.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** The list of customers and their statements as files. */
class LedgerExportsTest extends LedgerPages {
    @Test
    void files_have_all_rows_and_no_formulas() throws Exception {
        var csv = read(get("/customers/export.csv?sort=code"));
        assertThat(csv).contains("'=1+1").contains("'=cmd()").contains("123456789112.5000");
        assertThat(csv.lines()).hasSize(5);
        var xlsx = perform(get(java.net.URI.create("/customers/EST/A~2F1%20%C3%A9/statement.xlsx")));
        assertThat(xlsx.getContentAsByteArray()).startsWith('P', 'K');
        assertThat(xlsx.getHeader("Content-Disposition")).contains("statement-A_1_e.xlsx");
    }

    @Test
    void a_file_is_what_the_page_shows_totals_included() throws Exception {
        var query = "?sort=receivable&dir=desc&columns=receivable,groups,name";
        var table = read(get("/customers" + query));
        var csv =
                read(get("/customers/export.csv" + query)).substring(1).lines().toList();
        var xlsx = perform(get("/customers/export.xlsx" + query)).getContentAsByteArray();

        assertThat(csv.getFirst()).isEqualTo("Receivable (EUR),Groups,Customer");
        assertThat(csv.getLast()).isEqualTo("123456789113.5000,,3 customers");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSameSizeAs(csv).hasSize(5);
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("Receivable (EUR)");
            var names =
                    rows.subList(1, 4).stream().map(row -> row.getCellText(2)).toList();
            assertThat(names).containsExactly(EVIL, "=cmd()", "W".repeat(200));
            assertThat(table.indexOf("alert('x')")).isLessThan(table.indexOf("=cmd()"));
            assertThat(table.indexOf("=cmd()")).isLessThan(table.indexOf("W".repeat(200)));
            assertThat(rows.getLast().getCell(0).asNumber()).isEqualByComparingTo("123456789113.5");
            assertThat(table).contains("123,456,789,113.50");
        }
    }

    @Test
    void ticked_rows_go_into_a_file() throws Exception {
        var csv = read(post("/customers/selected.csv").param("all", "1").param("query", "?q=W&columns=code"));
        assertThat(csv.lines()).containsExactly("\ufeffCode", "W", "");
    }

    @Test
    void ticked_items_go_into_a_file_with_their_total() throws Exception {
        var statement = java.net.URI.create("/customers/EST/A~2F1%20%C3%A9/statement.csv");
        var csv = read(post(statement).param("keys", invoice.toString()));
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv.lines().toList().getLast()).isEqualTo("1 open item,,,,,,123456789012.5000,EUR,,");
        assertThat(read(get(statement)).lines().toList().getLast()).isEqualTo("1 open item,,,,,,70.0000,USD,,");
    }

    @Test
    void a_workbook_says_what_it_is_on_a_sheet_of_its_own_and_its_name_names_the_filters() throws Exception {
        var xlsx = perform(
                get("/customers/export.xlsx?overdue=1&country=FR&country=-").param("q", "alèrt"));

        assertThat(about(xlsx))
                .contains(
                        "Content|Customers",
                        "Company|Estuaire Foods",
                        "As of|2026-11-22",
                        "Country|FR, None",
                        "Filters|Overdue only",
                        "Search|alèrt",
                        "Made by|Claire Morvan")
                .anyMatch(line -> line.startsWith("Made on|2026-11-22 "));
        assertThat(xlsx.getHeader("Content-Disposition"))
                .contains("customers-EST_Country-FR-None_Filters-Overdue-only_Search-alert.xlsx");
        assertThat(about(perform(get("/customers/export.xlsx")))).contains("Filters|none: everything is in this file");
    }

    @Test
    void rows_stay_pure_in_csv_which_says_its_filters_in_its_name() throws Exception {
        var csv = perform(get("/customers/export.csv?overdue=1"));

        assertThat(csv.getHeader("Content-Disposition")).contains("customers-EST_Filters-Overdue-only.csv");
        assertThat(csv.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("\ufeffCode,");
    }

    @Test
    void ticked_rows_and_statements_say_so() throws Exception {
        var ticked = perform(post("/customers/selected.xlsx")
                .param("keys", Long.toString(wide().id().value()))
                .param("query", "?q=W"));
        assertThat(about(ticked)).contains("Selected rows|1").noneMatch(line -> line.startsWith("Search"));
        var statement = perform(get("/customers/EST/W/statement.xlsx?show=all&asOf=2026-10-02"));
        assertThat(about(statement)).contains("As of|2026-10-02", "Which items|All", "Code|W");
        assertThat(statement.getHeader("Content-Disposition")).contains("statement-W_Which-items-All.xlsx");
    }

    /** The lines of the second sheet. */
    private static List<String> about(MockHttpServletResponse file) throws Exception {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file.getContentAsByteArray()))) {
            return book.getSheets().skip(1).findFirst().orElseThrow().read().stream()
                    .map(row -> row.getCellText(0) + "|" + row.getCellText(1))
                    .toList();
        }
    }
}
