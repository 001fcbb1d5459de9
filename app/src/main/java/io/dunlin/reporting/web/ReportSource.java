package io.dunlin.reporting.web;

import io.dunlin.kernel.Right;
import io.dunlin.reporting.Report;
import io.dunlin.reporting.Reports;
import io.dunlin.web.SearchHit;
import io.dunlin.web.SearchQuery;
import io.dunlin.web.SearchSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The reports, by their titles in the viewer's language. */
@Component
class ReportSource implements SearchSource {
    private final Reports reports;

    ReportSource(Reports reports) {
        this.reports = reports;
    }

    @Override
    public String textKey() {
        return "web.menu.reports";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Right right() {
        return Right.SEE_REPORTS;
    }

    @Override
    public List<SearchHit> find(SearchQuery query, int most) {
        return reports.all().stream()
                .map(report -> hit(query, report))
                .filter(hit -> hit.rank() != SearchQuery.NONE)
                .sorted(Comparator.comparingInt(SearchHit::rank))
                .limit(most)
                .toList();
    }

    private SearchHit hit(SearchQuery query, Report report) {
        var title = reports.page().text(report.textKey() + ".title");
        var purpose = reports.page().text(report.textKey() + ".purpose");
        return new SearchHit(title, purpose, "/reports/" + report.code(), "chart-bar", query.rank(title));
    }
}
