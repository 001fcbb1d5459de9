package io.dunlin.intake.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The company whose ledger a pushed file is for: never a guess. */
@Component
class PushCompanies {
    private final Companies companies;

    PushCompanies(Companies companies) {
        this.companies = companies;
    }

    /** @param code null: the only one there is */
    Company get(@Nullable String code) {
        var all = companies.all();
        if (code == null) {
            if (all.size() == 1) {
                return all.getFirst();
            }
            throw new Rejected("intake.push.whichCompany", codes(all));
        }
        return all.stream()
                .filter(company -> company.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Rejected("intake.push.badParameter", "company", code, codes(all)));
    }

    private static String codes(List<Company> all) {
        return all.stream().map(Company::code).collect(Collectors.joining(", "));
    }
}
