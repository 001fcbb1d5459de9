package io.dunlin.tenancy.web;

import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Role;
import io.dunlin.web.ForSignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a program in whose name it works, and for which companies. */
@RestController
@Tag(name = "Me", description = "Who asks, and for which companies")
class MeApi {
    private final CurrentUser user;
    private final Companies companies;

    MeApi(CurrentUser user, Companies companies) {
        this.user = user;
        this.companies = companies;
    }

    @Operation(summary = "The user behind the login or token")
    @GetMapping("/api/v1/me")
    @ForSignedIn
    Me me() {
        return new Me(
                user.get().email(),
                user.name(),
                user.role(),
                companies.all().stream().map(Company::code).toList());
    }

    record Me(String email, String name, Role role, List<String> companies) {}
}
