package io.dunlin.ledger.report;

import io.dunlin.reporting.ReportRequest;
import java.time.LocalDate;
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

    /**
     * What is not known of the first period that a report looks at: a ledger that began with a file of open items tells nothing of
     * those paid before.
     *
     * @param first its last day
     */
    static List<String> history(LedgerStart.Days known, LocalDate first, ReportRequest request) {
        var page = request.page();
        if (known.issue() == null) {
            return List.of();
        }
        if (known.issue().isAfter(first)) {
            return List.of(page.text("ledger.report.history.begins", page.date(known.issue())));
        }
        if (known.payment() == null) {
            return List.of(page.text("ledger.report.history.noPayments"));
        }
        return known.payment().isAfter(first)
                ? List.of(page.text("ledger.report.history.from", page.date(known.payment())))
                : List.of();
    }
}
