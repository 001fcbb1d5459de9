package io.dunlin.reporting.web;

import io.dunlin.reporting.Diagram;
import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.Report;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.ReportResult;
import io.dunlin.web.Chart;
import io.dunlin.web.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What the page of a report shows.
 *
 * @param ofChosenCompany whether it is about the company in the top bar; else the page says which one it is about
 */
public record ReportView(
        String code,
        String title,
        ReportRequest request,
        List<Parameter> parameters,
        ReportResult result,
        Table table,
        boolean ofChosenCompany) {
    static ReportView of(Report report, ReportRequest request, ReportResult result, boolean ofChosenCompany) {
        var page = request.page();
        return new ReportView(
                report.code(),
                page.text(report.textKey() + ".title"),
                request,
                report.parameters(request.company(), page),
                result,
                result.table().withExport("/reports/" + report.code()).withEmpty(result.lead()),
                ofChosenCompany);
    }

    public List<Chart> charts() {
        return isBlank()
                ? List.of()
                : result.diagrams().stream().map(ReportView::chart).toList();
    }

    /** Nothing at all to show: neither found nor looked for. */
    private boolean isBlank() {
        return table.rowCount() == 0 && table.request().text().isEmpty();
    }

    private static Chart chart(Diagram diagram) {
        var shapes =
                diagram.series().stream().map(Diagram.Series::shape).distinct().toList();
        var kind = shapes.contains(Diagram.Shape.STACKED)
                ? Chart.Kind.STACKED_BAR
                : shapes.contains(Diagram.Shape.BARS) ? Chart.Kind.BAR : Chart.Kind.LINE;
        return new Chart(
                kind,
                diagram.title(),
                diagram.categories(),
                diagram.series().stream()
                        .map(series -> new Chart.Series(
                                series.name(),
                                tone(series),
                                new ArrayList<>(series.values()),
                                series.shape() == Diagram.Shape.LINE,
                                series.unit()))
                        .toList(),
                diagram.unit());
    }

    private static String tone(Diagram.Series series) {
        return series.tones().size() > 1 ? "age" : series.tones().getFirst();
    }

    public boolean isChosen(Parameter parameter, String value) {
        return request.values(parameter.name()).contains(value);
    }
}
