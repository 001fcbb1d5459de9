package io.dunlin.tenancy.web;

import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.signin.Logins;
import io.dunlin.web.ForEveryone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door. The form is answered by the security filters. */
@Controller
class SignInPage {
    private final CurrentUser user;
    private final Logins logins;

    SignInPage(CurrentUser user, Logins logins) {
        this.user = user;
        this.logins = logins;
    }

    @GetMapping("/sign-in")
    @ForEveryone("whoever signs in is not signed in yet")
    String show(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String out,
            Model model) {
        if (user.find().isPresent()) {
            return "redirect:/";
        }
        var notice = failed != null ? "failed" : out != null ? "out" : logins.isEmpty() ? "new" : "";
        model.addAttribute("notice", notice);
        model.addAttribute("next", next == null ? "" : next);
        return "tenancy/web/signIn";
    }
}
