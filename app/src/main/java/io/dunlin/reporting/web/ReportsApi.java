package io.dunlin.reporting.web;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Right;
import io.dunlin.reporting.Reports;
import io.dunlin.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All reports as JSON. */
@RestController
@RequestMapping(path = "/api/v1/reports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reports", description = "Every report as of any day, with the figures and rows of its page")
class ReportsApi {
    private final Reports reports;
    private final Requests requests;

    ReportsApi(Reports reports, Requests requests) {
        this.reports = reports;
        this.requests = requests;
    }

    /** A report that may be asked for. */
    record ReportName(String code, String title, String purpose) {}

    @GetMapping
    @Requires(Right.SEE_REPORTS)
    @Operation(operationId = "listReports", summary = "The reports there are")
    List<ReportName> list() {
        var page = reports.page();
        return reports.all().stream()
                .map(report -> new ReportName(
                        report.code(),
                        page.text(report.textKey() + ".title"),
                        page.text(report.textKey() + ".purpose")))
                .toList();
    }

    @GetMapping("/{code}")
    @Requires(Right.SEE_REPORTS)
    @Operation(operationId = "getReport", summary = "One report")
    @ApiResponse(responseCode = "200", description = "The report")
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is not understood; the problem names parameter, value and remedy",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    ReportJson get(
            @PathVariable String code,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        var report = reports.get(code);
        var request = requests.read(report, parameters);
        return ReportJson.of(code, request, report.run(request));
    }

    @ExceptionHandler
    ProblemDetail answer(BadParameter bad) {
        var page = reports.page();
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, page.text("reporting.bad.detail", bad.parameter(), bad.value()));
        problem.setTitle(page.text("reporting.bad.title"));
        problem.setProperty("parameter", bad.parameter());
        problem.setProperty("value", bad.value());
        problem.setProperty("remedy", page.text(bad.remedyKey(), bad.expected()));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail answer(NotFound missing) {
        var page = reports.page();
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, page.text("reporting.missing.detail"));
        problem.setTitle(page.text("reporting.missing.title"));
        return problem;
    }
}
