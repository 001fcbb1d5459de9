package io.dunlin.reporting.web;

import io.dunlin.kernel.Right;
import io.dunlin.reporting.Chosen;
import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.Reports;
import io.dunlin.web.About;
import io.dunlin.web.Requires;
import io.dunlin.web.TableDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
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
    private final Clock clock;

    ReportFiles(Reports reports, Requests requests, Clock clock) {
        this.reports = reports;
        this.requests = requests;
        this.clock = clock;
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
        var title = request.page().text(report.textKey() + ".title");
        new TableDownload(
                        "%s-%s-%s".formatted(report.code(), request.company().code(), request.asOf()),
                        title,
                        report.columns(request),
                        reader -> report.each(request, reader),
                        about(title, request))
                .withTotals(report.run(request).table().totals())
                .shownBy(request.table())
                .send(format, response);
    }

    private About about(String title, ReportRequest request) {
        var page = request.page();
        var chosen = new Chosen(request.filters());
        var about = About.of(page, clock.instant(), title)
                .with(page.text("reporting.company"), request.company().name())
                .with(page.text("reporting.asOf"), page.date(request.asOf()));
        for (var parameter : request.parameters()) {
            var isUsual = parameter.kind() == Parameter.Kind.ONE
                    && chosen.of(parameter.name()).isEmpty();
            // What a report is grouped by, or counts in, is no filter: it is always something.
            about = isUsual
                    ? about.with(
                            parameter.label(), parameter.choices().getFirst().label())
                    : about.narrowedTo(parameter.label(), chosen.words(parameter, page));
        }
        return about.narrowedTo(page.text("web.table.search"), request.table().text());
    }
}
