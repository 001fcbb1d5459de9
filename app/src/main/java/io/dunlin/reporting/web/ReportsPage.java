package io.dunlin.reporting.web;

import io.dunlin.kernel.Right;
import io.dunlin.reporting.Reports;
import io.dunlin.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The list of reports, and the one page that shows any of them. */
@Controller
class ReportsPage {
    private final Reports reports;
    private final Requests requests;
    private final MarkedLines marked;

    ReportsPage(Reports reports, Requests requests, MarkedLines marked) {
        this.reports = reports;
        this.requests = requests;
        this.marked = marked;
    }

    @GetMapping("/reports")
    @Requires(Right.SEE_REPORTS)
    String list(Model model) {
        model.addAttribute("reports", reports.all());
        return "reporting/web/reports";
    }

    // Without a dot: that is a file, see ReportFiles.
    @GetMapping("/reports/{code:[a-z0-9-]+}")
    @Requires(Right.SEE_REPORTS)
    String show(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest asked,
            Model model) {
        var report = reports.get(code);
        var request = requests.readKindly(report, parameters);
        if (!parameters.containsKey("company")) {
            // A colleague who gets this address has perhaps chosen another company.
            var query = asked.getQueryString();
            return "redirect:/reports/%s?company=%s%s"
                    .formatted(
                            report.code(),
                            UriUtils.encode(request.company().code(), StandardCharsets.UTF_8),
                            query == null ? "" : "&" + query);
        }
        var result = report.run(request);
        model.addAttribute(
                "view",
                ReportView.of(report, request, result, marked.of(request, result.table()), requests.isChosen(request)));
        return "reporting/web/report";
    }
}
