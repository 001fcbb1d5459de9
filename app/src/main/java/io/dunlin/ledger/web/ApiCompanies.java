package io.dunlin.ledger.web;

import io.dunlin.kernel.NotFound;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentCompany;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The company that a program asks for by code, or the one its user has chosen. */
@Component
class ApiCompanies {
    private final Companies companies;
    private final CurrentCompany current;

    ApiCompanies(Companies companies, CurrentCompany current) {
        this.companies = companies;
        this.current = current;
    }

    /** Throws {@link NotFound}. */
    Company get(@Nullable String code) {
        return code == null || code.isBlank()
                ? current.get()
                : companies.find(code).orElseThrow(() -> new NotFound("Company", code));
    }
}
