package io.dunlin.insights;

import io.dunlin.reporting.Diagram;
import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.Report;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.ReportResult;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Page;
import io.dunlin.web.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** A report that is not written yet: draws one bar of the given height. */
record SomeReport(String code, boolean isOnOverview, BigDecimal height) implements Report {
    @Override
    public int order() {
        return 1;
    }

    @Override
    public String textKey() {
        return code;
    }

    @Override
    public List<Parameter> parameters(Company company, Page page) {
        return List.of();
    }

    @Override
    public ReportResult run(ReportRequest request) {
        var bar = new Diagram.Series(code, Diagram.Shape.BARS, List.of(height), List.of("accent"));
        return new ReportResult(
                "Lead of " + code,
                List.of(),
                List.of(new Diagram(code, "EUR", List.of("Now"), List.of(bar))),
                new Table(code, columns(request), List.of(), List.of(), 0, request.table()),
                List.of(),
                List.of());
    }

    @Override
    public List<Column> columns(ReportRequest request) {
        return List.of();
    }

    @Override
    public void each(ReportRequest request, Consumer<List<Cell>> reader) {}
}
