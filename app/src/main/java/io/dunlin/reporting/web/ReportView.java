package io.dunlin.reporting.web;

import io.dunlin.reporting.Chosen;
import io.dunlin.reporting.Diagram;
import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.Report;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.ReportResult;
import io.dunlin.web.Chart;
import io.dunlin.web.Table;
import java.util.List;

/**
 * What the page of a report shows.
 *
 * @param ofChosenCompany whether it is about the company in the top bar; else the page says which one it is about
 */
public record ReportView(
        String code, String title, ReportRequest request, ReportResult result, Table table, boolean ofChosenCompany) {
    static ReportView of(
            Report report, ReportRequest request, ReportResult result, Table table, boolean ofChosenCompany) {
        var page = request.page();
        return new ReportView(
                report.code(),
                page.text(report.textKey() + ".title"),
                request,
                result,
                table.withExport("/reports/" + report.code()).withEmpty(result.lead()),
                ofChosenCompany);
    }

    public List<Chart> charts() {
        return isBlank()
                ? List.of()
                : result.diagrams().stream().map(Diagram::chart).toList();
    }

    /** Nothing at all to show: neither found nor looked for. */
    private boolean isBlank() {
        return table.rowCount() == 0 && table.request().text().isEmpty();
    }

    public List<Parameter> parameters() {
        return request.parameters();
    }

    public Chosen chosen() {
        return new Chosen(request.filters());
    }
}
