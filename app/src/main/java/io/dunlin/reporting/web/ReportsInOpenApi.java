package io.dunlin.reporting.web;

import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.Report;
import io.dunlin.reporting.Reports;
import io.dunlin.tenancy.CurrentCompany;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes every report under its own path with its own filters, in place of the one path that serves them all. */
@Component
class ReportsInOpenApi implements OpenApiCustomizer {
    private static final String ANY = "/api/v1/reports/{code}";

    private final Reports reports;
    private final CurrentCompany company;
    private final Clock clock;

    ReportsInOpenApi(Reports reports, CurrentCompany company, Clock clock) {
        this.reports = reports;
        this.company = company;
        this.clock = clock;
    }

    @Override
    public void customise(OpenAPI description) {
        var any = description.getPaths() == null ? null : description.getPaths().remove(ANY);
        if (any == null) {
            return;
        }
        for (var report : reports.all()) {
            description.path(ANY.replace("{code}", report.code()), new PathItem().get(operation(report, any.getGet())));
        }
    }

    private Operation operation(Report report, Operation any) {
        var page = reports.page();
        var operation = new Operation()
                .operationId(any.getOperationId() + "_" + report.code())
                .tags(any.getTags())
                .responses(any.getResponses())
                .summary(page.text(report.textKey() + ".title"))
                .description(page.text(report.textKey() + ".purpose"));
        var chosen = company.get();
        operation.addParametersItem(
                parameter("company", "Code of the company; without it the one chosen by the user", new StringSchema()));
        operation.addParametersItem(parameter(
                "asOf",
                "The end of this day is looked at; without it today",
                new StringSchema().format("date").example(chosen.today(clock).toString())));
        report.parameters(chosen, page).forEach(filter -> operation.addParametersItem(filter(filter)));
        operation.addParametersItem(parameter("q", "Text that the rows must contain", new StringSchema()));
        operation.addParametersItem(parameter(
                "columns", "Codes of the columns to answer, between commas; all where left out", new StringSchema()));
        operation.addParametersItem(parameter("sort", "Column by which the rows are ordered", new StringSchema()));
        operation.addParametersItem(
                parameter("dir", "Direction of the order", new StringSchema()._enum(List.of("asc", "desc"))));
        operation.addParametersItem(parameter("page", "From 1", number(Integer.MAX_VALUE)));
        operation.addParametersItem(parameter("size", "Rows a page", number(Requests.LARGEST_PAGE)));
        return operation;
    }

    private static QueryParameter filter(Parameter filter) {
        var one = new StringSchema();
        if (!filter.choices().isEmpty()) {
            one._enum(filter.choices().stream().map(Parameter.Choice::value).toList());
        }
        return parameter(filter.name(), filter.label(), filter.takesSeveral() ? new ArraySchema().items(one) : one);
    }

    private static QueryParameter parameter(String name, String description, Schema<?> schema) {
        var parameter = new QueryParameter();
        parameter.name(name).description(description).required(false).schema(schema);
        return parameter;
    }

    private static Schema<?> number(int largest) {
        return new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(largest));
    }
}
