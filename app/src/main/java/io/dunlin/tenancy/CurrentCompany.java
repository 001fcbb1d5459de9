package io.dunlin.tenancy;

import io.dunlin.kernel.NotFound;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The company chosen in the top bar. Background work has none: it carries its company in its payload. */
@Component
public class CurrentCompany {
    private final CurrentUser user;
    private final Companies companies;
    private final Users users;

    public CurrentCompany(CurrentUser user, Companies companies, Users users) {
        this.user = user;
        this.companies = companies;
        this.users = users;
    }

    /** The chosen one, or the first by code where none was chosen. */
    public Company get() {
        var chosen = user.get().company();
        var all = companies.all();
        return all.stream()
                .filter(company -> Objects.equals(company.id(), chosen))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> new NotFound("Company", "of this tenant"));
    }

    /** Takes effect with the next request. */
    public void choose(CompanyId company) {
        users.choose(user.id(), companies.get(company).id());
    }
}
