package io.dunlin.tenancy.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.signin.FirstRun;
import io.dunlin.tenancy.signin.OneTimeLinks;
import io.dunlin.tenancy.signin.Passwords;
import io.dunlin.tenancy.signin.Sessions;
import io.dunlin.web.ForEveryone;
import io.dunlin.web.Viewers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of a new installation: makes its company and its administrator. */
@Controller
@ForEveryone("the key in the address is the proof; it works once, and only while nobody can sign in")
class FirstRunPage {
    private final OneTimeLinks links;
    private final FirstRun firstRun;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Viewers viewers;

    FirstRunPage(OneTimeLinks links, FirstRun firstRun, Passwords passwords, Sessions sessions, Viewers viewers) {
        this.links = links;
        this.firstRun = firstRun;
        this.passwords = passwords;
        this.sessions = sessions;
        this.viewers = viewers;
    }

    @GetMapping("/first-run")
    String show(@RequestParam(defaultValue = "") String key, Model model) {
        var system = ZoneId.systemDefault().getId();
        var zone = Inputs.zones().contains(system) ? system : "UTC";
        return page(key, new FirstRunForm("", "EUR", zone, "", "", "", ""), null, model);
    }

    @PostMapping("/first-run")
    String begin(
            @RequestParam String key,
            @ModelAttribute FirstRunForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Inputs.email(form.email());
            passwords.check(form.password(), form.repeated());
            var signedIn = firstRun.begin(
                    key,
                    new FirstRun.Beginning(
                            Inputs.required(form.companyName()),
                            Inputs.currency(form.currency()),
                            Inputs.zone(form.zone()),
                            Inputs.required(form.name()),
                            form.email(),
                            passwords.hash(form.password()),
                            viewers.current().language().getLanguage()));
            sessions.open(signedIn, request, response);
            return "redirect:/";
        } catch (Rejected refusal) {
            return page(key, form, refusal, model);
        }
    }

    private String page(String key, FirstRunForm form, @Nullable Rejected refusal, Model model) {
        model.addAttribute("open", links.opensFirstAdministrator(key));
        model.addAttribute("key", key);
        model.addAttribute("form", form);
        model.addAttribute("refusal", refusal);
        return "tenancy/web/firstRun";
    }
}
