package io.dunlin.tenancy.web;

import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.web.TopBarPart;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The company of the ledger in view, and the choice of another one. */
@Component
class CompanyPart implements TopBarPart {
    private final Companies companies;
    private final CurrentCompany current;

    CompanyPart(Companies companies, CurrentCompany current) {
        this.companies = companies;
        this.current = current;
    }

    @Override
    public String view() {
        return "tenancy/web/companyPart";
    }

    @Override
    public Map<String, Object> model() {
        return Map.of("companies", companies.all(), "current", current.get());
    }

    @Override
    public boolean isShown() {
        return CurrentTenant.find().isPresent() && !companies.all().isEmpty();
    }

    @Override
    public int order() {
        return 10;
    }
}
