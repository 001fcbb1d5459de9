package io.dunlin.intake;

import io.dunlin.jobs.Cycle;
import io.dunlin.ledger.LedgerStatistics;
import io.dunlin.ledger.SearchWords;
import io.dunlin.ledger.StagingCleanup;
import io.dunlin.tenancy.Companies;
import org.springframework.stereotype.Component;

/** What comes after the transaction of an import, so that nobody waits for it. May be done twice. */
@Component
class AfterImport {
    private final StagingCleanup staging;
    private final SearchWords words;
    private final LedgerStatistics statistics;
    private final Imports imports;
    private final Companies companies;
    private final Cycle cycle;

    AfterImport(
            StagingCleanup staging,
            SearchWords words,
            LedgerStatistics statistics,
            Imports imports,
            Companies companies,
            Cycle cycle) {
        this.staging = staging;
        this.words = words;
        this.statistics = statistics;
        this.imports = imports;
        this.companies = companies;
        this.cycle = cycle;
    }

    /** Removes what the import left in the staging area, and makes what it brought quick to find and to report on; then the steps go by it. */
    void tidyUp(ImportId id) {
        staging.forget(id.value());
        words.renew();
        statistics.refresh();
        cycle.runAfterImport(companies.get(imports.get(id).company()));
    }
}
