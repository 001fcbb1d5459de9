package io.dunlin.ledger.report;

import io.dunlin.reporting.ReportRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the report of payment profiles does not know: payments before the ledger began, and amounts without a rate. */
@Component
class ProfileNotices {
    private final LedgerStart start;
    private final Ageings ageings;

    ProfileNotices(LedgerStart start, Ageings ageings) {
        this.start = start;
        this.ageings = ageings;
    }

    List<String> of(ProfileEntries entries, GroupedLine totals, ReportRequest request) {
        var first = entries.periods().first().to();
        var history = Notices.history(start.of(request.company(), first, first), first, request);
        if (totals.amount(ProfileEntries.UNCONVERTED).signum() == 0) {
            return history;
        }
        var question = new AgeingQuestion(request.company(), request.asOf(), Credits.COLUMN, Set.of(), entries.slice());
        return Stream.concat(Notices.unconverted(ageings.unconverted(question), request).stream(), history.stream())
                .toList();
    }
}
