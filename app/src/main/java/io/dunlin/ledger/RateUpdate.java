package io.dunlin.ledger;

import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.Companies;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes new exchange rates in, and derives anew what is converted with them. */
@Component
public class RateUpdate {
    private final ExchangeRates rates;
    private final Facts facts;
    private final Companies companies;
    private final AuditTrail audit;

    public RateUpdate(ExchangeRates rates, Facts facts, Companies companies, AuditTrail audit) {
        this.rates = rates;
        this.facts = facts;
        this.companies = companies;
        this.audit = audit;
    }

    /** All or nothing. Answers how many rates were new or different; where none was, nothing is derived. */
    @Transactional
    public int save(List<ExchangeRates.Rate> given) {
        var changed = rates.save(given);
        if (changed > 0) {
            companies.all().forEach(facts::rebuild);
            audit.record("rates.changed", "EUR", Map.of("rates", changed));
        }
        return changed;
    }
}
