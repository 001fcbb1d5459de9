package io.dunlin.tenancy.web;

import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CompanyId;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies the company form and leaves a trace, all or nothing. */
@Component
class CompanyChanges {
    private final Companies companies;
    private final AuditTrail audit;

    CompanyChanges(Companies companies, AuditTrail audit) {
        this.companies = companies;
        this.audit = audit;
    }

    @Transactional
    public void create(CompanyForm form) {
        var code = Inputs.required(form.code()).toUpperCase(Locale.ROOT);
        var id = companies.create(
                code, Inputs.required(form.name()), Inputs.currency(form.currency()), Inputs.zone(form.zone()));
        companies.change(form.appliedTo(companies.get(id)));
        audit.record("company.created", code, Map.of("name", form.name()));
    }

    @Transactional
    public void change(CompanyId id, CompanyForm form) {
        var company = companies.get(id);
        companies.change(form.appliedTo(company));
        audit.record(
                "company.changed",
                company.code(),
                Map.of(
                        "name", form.name(),
                        "interest_rate", form.interestRate(),
                        "ageing_brackets", form.ageingBrackets(),
                        "zone", form.zone()));
    }
}
