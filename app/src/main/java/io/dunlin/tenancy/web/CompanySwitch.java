package io.dunlin.tenancy.web;

import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.tenancy.signin.LocalAddress;
import io.dunlin.web.ForSignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The choice of company in the top bar; kept with the user, so that it is the same in every browser. */
@Controller
class CompanySwitch {
    private final CurrentCompany current;

    CompanySwitch(CurrentCompany current) {
        this.current = current;
    }

    @PostMapping("/company")
    @ForSignedIn
    String choose(@RequestParam long company, @RequestParam(required = false) @Nullable String next) {
        current.choose(new CompanyId(company));
        return "redirect:" + LocalAddress.of(next);
    }
}
