package io.dunlin.intake;

import io.dunlin.ledger.LedgerStatistics;
import io.dunlin.ledger.SearchWords;
import io.dunlin.ledger.StagingCleanup;
import org.springframework.stereotype.Component;

/** What comes after the transaction of an import, so that nobody waits for it. May be done twice. */
@Component
class AfterImport {
    private final StagingCleanup staging;
    private final SearchWords words;
    private final LedgerStatistics statistics;

    AfterImport(StagingCleanup staging, SearchWords words, LedgerStatistics statistics) {
        this.staging = staging;
        this.words = words;
        this.statistics = statistics;
    }

    /** Removes what the import left in the staging area, and makes what it brought quick to find and to report on. */
    void tidyUp(ImportId id) {
        staging.forget(id.value());
        words.renew();
        statistics.refresh();
    }
}
