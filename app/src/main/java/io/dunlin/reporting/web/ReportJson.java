package io.dunlin.reporting.web;

import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.ReportResult;
import io.dunlin.web.Cell;
import io.dunlin.web.Table;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A report as JSON. Names are stable: new ones may be added, none is renamed or changes its meaning. */
record ReportJson(
        @Schema(description = "Code of the report", example = "ageing")
        String report,

        @Schema(description = "Code of the company whose ledger was read", example = "EST")
        String company,

        @Schema(description = "ISO 4217 code of the company's currency, in which all amounts are", example = "EUR")
        String currency,

        @Schema(description = "The end of this day was looked at", example = "2013-06-30")
        LocalDate asOf,

        @Schema(description = "The filters in force, by the names of their parameters")
        Map<String, List<String>> filters,

        @Schema(description = "The figures of the whole perimeter; null where a figure is not known")
        Map<String, @Nullable Object> figures,

        @Schema(description = "One object a line; its keys are the codes of the columns")
        List<Map<String, @Nullable Object>> rows,

        @Schema(description = "Totals of all lines of the filtered set, over all pages")
        Map<String, @Nullable Object> totals,

        PageJson page,

        @Schema(description = "Further tables, such as the trace of a calculation, by their code")
        Map<String, List<Map<String, @Nullable Object>>> sections,

        @Schema(description = "What is missing from the figures, in the language of the user")
        List<String> notices) {
    /** Which part of the rows this is. */
    record PageJson(
            @Schema(description = "From 1", example = "1") int number,

            @Schema(description = "Rows a page, up to 1000", example = "50")
            int size,

            @Schema(description = "Rows of the filtered set, over all pages")
            long rows) {}

    static ReportJson of(String report, ReportRequest request, ReportResult result) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        result.tiles().forEach(tile -> figures.put(tile.key(), tile.value()));
        var sections = new LinkedHashMap<String, List<Map<String, @Nullable Object>>>();
        result.sections().forEach(section -> sections.put(section.table().id(), rows(section.table())));
        var table = result.table();
        return new ReportJson(
                report,
                request.company().code(),
                request.company().currency().getCurrencyCode(),
                request.asOf(),
                new TreeMap<>(request.filters()),
                figures,
                rows(table),
                totals(table),
                new PageJson(request.table().number(), request.table().size(), table.rowCount()),
                sections,
                result.notices());
    }

    private static List<Map<String, @Nullable Object>> rows(Table table) {
        return table.rows().stream().map(row -> values(table, row)).toList();
    }

    /** Only numbers: the words in a line of totals are for pages. */
    private static Map<String, @Nullable Object> totals(Table table) {
        var totals = values(table, table.totals());
        totals.values().removeIf(value -> !(value instanceof Number));
        return totals;
    }

    private static Map<String, @Nullable Object> values(Table table, List<Cell> cells) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        if (!cells.isEmpty()) {
            var columns = table.request().columns().isEmpty() ? table.offered() : table.shown();
            columns.forEach(at ->
                    values.put(table.columns().get(at).key(), cells.get(at).value()));
        }
        return values;
    }
}
