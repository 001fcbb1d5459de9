package io.dunlin.tenancy.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.signin.OneTimeLinks;
import io.dunlin.tenancy.signin.PasswordChange;
import io.dunlin.tenancy.signin.Sessions;
import io.dunlin.web.ForEveryone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an invited person chooses a password. */
@Controller
@ForEveryone("the key in the address is the proof; it works once")
class PasswordPage {
    private final OneTimeLinks links;
    private final PasswordChange change;
    private final Sessions sessions;

    PasswordPage(OneTimeLinks links, PasswordChange change, Sessions sessions) {
        this.links = links;
        this.change = change;
        this.sessions = sessions;
    }

    @GetMapping("/password")
    String show(@RequestParam(defaultValue = "") String key, Model model) {
        return page(key, null, model);
    }

    @PostMapping("/password")
    String choose(
            @RequestParam String key,
            @RequestParam String password,
            @RequestParam String repeated,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var person = change.byLink(key, password, repeated);
            sessions.open(person, request, response);
            // Whoever got in with the old password is out.
            CurrentTenant.run(person.tenant(), () -> sessions.endOthers(person.user(), request));
            return "redirect:/";
        } catch (Rejected refusal) {
            return page(key, refusal, model);
        }
    }

    private String page(String key, @Nullable Rejected refusal, Model model) {
        model.addAttribute("open", links.opensPassword(key));
        model.addAttribute("key", key);
        model.addAttribute("refusal", refusal);
        return "tenancy/web/password";
    }
}
