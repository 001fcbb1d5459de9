package io.dunlin.reporting.web;

import io.dunlin.kernel.Right;
import io.dunlin.reporting.Reports;
import io.dunlin.web.Requires;
import io.dunlin.web.TableDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

    @GetMapping("/reports/{code}." + TableDownload.FORMAT)
    @Requires(Right.EXPORT_REPORTS)
    void file(
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        var report = reports.get(code);
        var request = requests.readKindly(report, parameters);
        new TableDownload(
                        "%s-%s-%s".formatted(report.code(), request.company().code(), request.asOf()),
                        request.page().text(report.textKey() + ".title"),
                        report.columns(request),
                        reader -> report.each(request, reader))
                .withTotals(report.run(request).table().totals())
                .shownBy(request.table())
                .send(format, response);
    }
}
