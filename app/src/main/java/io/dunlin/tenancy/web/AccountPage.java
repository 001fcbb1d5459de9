package io.dunlin.tenancy.web;

import io.dunlin.web.ForSignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the signed-in person sets up for themselves. */
@Controller
@ForSignedIn
class AccountPage {
    @GetMapping("/account")
    String show() {
        return "tenancy/web/account";
    }
}
