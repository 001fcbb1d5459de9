package io.dunlin.ledger.report;

import io.dunlin.reporting.ReportRequest;
import java.util.List;

/** What is missing from the figures of a report, and what to do about it. */
final class Notices {
    private Notices() {}

    /** "USD 1,234.00 in 3 items has no rate": one sentence for each currency. */
    static List<String> unconverted(List<AgeingLine.Unconverted> currencies, ReportRequest request) {
        var page = request.page();
        return currencies.stream()
                .map(missing -> page.text(
                        "ledger.report.unconverted",
                        missing.currency(),
                        page.money(missing.amount()),
                        missing.items(),
                        page.date(request.asOf())))
                .toList();
    }
}
