package io.dunlin.demo;

import io.dunlin.ledger.ExchangeRates;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CompanyRemovals;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the demo leaves in the tenant: its companies, and rates of exchange where there were none. */
@Component
class DemoRemainders {
    private final Demo demo;
    private final CompanyRemovals removals;
    private final ExchangeRates rates;
    private final Clock clock;

    DemoRemainders(Demo demo, CompanyRemovals removals, ExchangeRates rates, Clock clock) {
        this.demo = demo;
        this.removals = removals;
        this.rates = rates;
        this.clock = clock;
    }

    /** Removes them; does nothing where there are none. */
    void clear() {
        var gone = demo.present().stream().map(Company::id).toList();
        if (!gone.isEmpty()) {
            removals.remove(gone);
        }
        rates.remove(invented());
    }

    /** Leaves real rates alone. */
    void addRates() {
        var pound = DemoCompany.PAPER.currency.getCurrencyCode();
        if (rates.latest().stream().noneMatch(one -> one.rate().currency().equals(pound))) {
            rates.save(invented());
        }
    }

    private List<ExchangeRates.Rate> invented() {
        return DemoRates.until(LocalDate.now(clock.withZone(DemoCompany.PAPER.zone)));
    }
}
