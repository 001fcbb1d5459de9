package io.dunlin.ledger;

import io.dunlin.jobs.DailyJob;
import io.dunlin.tenancy.Company;
import org.springframework.stereotype.Component;

/** Makes good what a renewal of the words after an import left out, should one ever have failed. Cheap where nothing changed. */
@Component
class DailySearch implements DailyJob {
    private final SearchWords words;

    DailySearch(SearchWords words) {
        this.words = words;
    }

    @Override
    public String code() {
        return "ledger.daily-search";
    }

    @Override
    public void run(Company company) {
        words.renew();
    }
}
