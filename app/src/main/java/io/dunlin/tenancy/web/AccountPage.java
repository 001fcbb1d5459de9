package io.dunlin.tenancy.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Users;
import io.dunlin.tenancy.signin.ApiTokens;
import io.dunlin.tenancy.signin.PasswordChange;
import io.dunlin.tenancy.signin.Sessions;
import io.dunlin.web.ForSignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the signed-in person sets up for themselves: how they are addressed, their password, tokens of their programs. */
@Controller
@ForSignedIn
class AccountPage {
    private final CurrentUser current;
    private final Users users;
    private final PasswordChange passwords;
    private final Sessions sessions;
    private final ApiTokens tokens;

    AccountPage(CurrentUser current, Users users, PasswordChange passwords, Sessions sessions, ApiTokens tokens) {
        this.current = current;
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @GetMapping("/account")
    String show(@RequestParam(required = false) @Nullable String done, Model model) {
        model.addAttribute("done", done == null ? "" : done);
        return page(AccountForm.of(current.get()), model);
    }

    @PostMapping("/account")
    String change(@ModelAttribute AccountForm form, Model model) {
        try {
            users.change(form.appliedTo(current.get()));
            return "redirect:/account?done=saved";
        } catch (Rejected refusal) {
            model.addAttribute("refusal", refusal);
            return page(form, model);
        }
    }

    /** All other sessions of the person end: whoever knew the old password is out. */
    @PostMapping("/account/password")
    String changePassword(
            @RequestParam String old,
            @RequestParam String password,
            @RequestParam String repeated,
            Model model,
            HttpServletRequest request) {
        try {
            passwords.byOwner(current.get(), old, password, repeated);
            sessions.endOthers(current.id(), request);
            return "redirect:/account?done=password";
        } catch (Rejected refusal) {
            model.addAttribute("refusal", refusal);
            return page(AccountForm.of(current.get()), model);
        }
    }

    /** Answers with the page itself, not a redirect: the token is shown this once. */
    @PostMapping("/account/tokens")
    String createToken(@RequestParam String name, @RequestParam int days, Model model) {
        try {
            var lifetime = days <= 0 ? null : Duration.ofDays(days);
            model.addAttribute("token", tokens.create(current.id(), Inputs.required(name), lifetime));
        } catch (Rejected refusal) {
            model.addAttribute("refusal", refusal);
        }
        return page(AccountForm.of(current.get()), model);
    }

    @PostMapping("/account/tokens/{number}/revoke")
    String revokeToken(@PathVariable long number) {
        tokens.revoke(current.id(), number);
        return "redirect:/account?done=revoked";
    }

    private String page(AccountForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("user", current.get());
        model.addAttribute("tokens", tokens.of(current.id()));
        return "tenancy/web/account";
    }
}
