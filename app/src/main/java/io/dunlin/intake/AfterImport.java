package io.dunlin.intake;

import io.dunlin.criteria.rules.RuleRuns;
import io.dunlin.ledger.LedgerStatistics;
import io.dunlin.ledger.SearchWords;
import io.dunlin.ledger.StagingCleanup;
import io.dunlin.tenancy.Companies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What comes after the transaction of an import, so that nobody waits for it. May be done twice. */
@Component
class AfterImport {
    private static final Logger log = LoggerFactory.getLogger(AfterImport.class);

    private final StagingCleanup staging;
    private final SearchWords words;
    private final LedgerStatistics statistics;
    private final Imports imports;
    private final Companies companies;
    private final RuleRuns rules;

    AfterImport(
            StagingCleanup staging,
            SearchWords words,
            LedgerStatistics statistics,
            Imports imports,
            Companies companies,
            RuleRuns rules) {
        this.staging = staging;
        this.words = words;
        this.statistics = statistics;
        this.imports = imports;
        this.companies = companies;
        this.rules = rules;
    }

    /** Removes what the import left in the staging area, and makes what it brought quick to find and to report on; then rules go by it. */
    void tidyUp(ImportId id) {
        staging.forget(id.value());
        words.renew();
        statistics.refresh();
        assign(id);
    }

    /** The file is in, whatever becomes of the rules: they run again with the next one, and as the day begins. */
    private void assign(ImportId id) {
        try {
            rules.runAutomatic(companies.get(imports.get(id).company()));
        } catch (RuntimeException failure) {
            log.error("The rules did not run after import {}", id, failure);
        }
    }
}
