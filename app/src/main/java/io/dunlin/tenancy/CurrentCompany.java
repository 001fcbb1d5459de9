package io.dunlin.tenancy;

import io.dunlin.kernel.NotFound;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The company chosen in the top bar. Background work has none: it carries its company in its payload. */
@Component
public class CurrentCompany {
    private static final String KNOWN = CurrentCompany.class.getName();

    /** For whom it was looked up: a request may know its user only after a while. */
    private record Known(User by, Company company) {}

    private final CurrentUser user;
    private final Companies companies;
    private final Users users;

    public CurrentCompany(CurrentUser user, Companies companies, Users users) {
        this.user = user;
        this.companies = companies;
        this.users = users;
    }

    /** The chosen one, or the first by code where none was chosen. Looked up once for a request, however many parts of a page ask. */
    public Company get() {
        var request = RequestContextHolder.getRequestAttributes();
        var asked = user.get();
        if (request == null) {
            return find(asked);
        }
        if (request.getAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST) instanceof Known(var by, var company)
                && by.equals(asked)) {
            return company;
        }
        var company = find(asked);
        request.setAttribute(KNOWN, new Known(asked, company), RequestAttributes.SCOPE_REQUEST);
        return company;
    }

    private Company find(User asked) {
        var chosen = asked.company();
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
