package io.dunlin.reporting.web;

import io.dunlin.kernel.Right;
import io.dunlin.reporting.Report;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.Reports;
import io.dunlin.web.Requires;
import io.dunlin.web.TableFiles;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Reports as files: all rows of the filtered set, in the order of the page. */
@Controller
class ReportFiles {
    private final Reports reports;
    private final Requests requests;

    ReportFiles(Reports reports, Requests requests) {
        this.reports = reports;
        this.requests = requests;
    }

    @GetMapping("/reports/{code}.xlsx")
    @Requires(Right.EXPORT_REPORTS)
    void xlsx(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        var report = reports.get(code);
        var request = requests.readKindly(report, parameters);
        prepare(response, TableFiles.XLSX_TYPE, name(report, request, "xlsx"));
        var title = request.page().text(report.textKey() + ".title");
        TableFiles.xlsx(
                title, report.columns(request), reader -> report.each(request, reader), response.getOutputStream());
    }

    @GetMapping("/reports/{code}.csv")
    @Requires(Right.EXPORT_REPORTS)
    void csv(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        var report = reports.get(code);
        var request = requests.readKindly(report, parameters);
        prepare(response, TableFiles.CSV_TYPE, name(report, request, "csv"));
        TableFiles.csv(report.columns(request), reader -> report.each(request, reader), response.getOutputStream());
    }

    private static String name(Report report, ReportRequest request, String ending) {
        return "%s-%s-%s.%s".formatted(report.code(), request.company().code(), request.asOf(), ending);
    }

    private static void prepare(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
