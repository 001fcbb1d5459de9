package io.dunlin.tenancy.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.UserId;
import io.dunlin.tenancy.Users;
import io.dunlin.tenancy.signin.Team;
import io.dunlin.web.Requires;
import io.dunlin.web.TableRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The people of the tenant: invite, change, close. */
@Controller
@Requires(Right.MANAGE_USERS)
class UsersPage {
    private final Users users;
    private final Team team;
    private final CurrentUser current;
    private final UserTable table;

    UsersPage(Users users, Team team, CurrentUser current, UserTable table) {
        this.users = users;
        this.team = team;
        this.current = current;
        this.table = table;
    }

    @GetMapping("/settings/users")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String dir,
            @RequestParam(required = false) @Nullable Integer page,
            Model model) {
        model.addAttribute("table", table.of(users.all(), TableRequest.of(q, sort, dir, page)));
        return "tenancy/web/users";
    }

    @GetMapping("/settings/users/new")
    String invitation(Model model) {
        return form(null, UserForm.empty(current.get().language()), null, model);
    }

    @PostMapping("/settings/users")
    String invite(@ModelAttribute UserForm form, Model model, HttpServletRequest request) {
        try {
            return link(
                    team.invite(
                            form.typedEmail(),
                            Inputs.required(form.name()),
                            form.role(),
                            form.isAllowedToImport(),
                            form.language()),
                    model,
                    request);
        } catch (Rejected refusal) {
            return form(null, form, refusal, model);
        }
    }

    @GetMapping("/settings/users/{id}")
    String edit(@PathVariable long id, Model model) {
        var user = users.get(new UserId(id));
        return form(user.id(), UserForm.of(user), null, model);
    }

    @PostMapping("/settings/users/{id}")
    String change(@PathVariable long id, @ModelAttribute UserForm form, Model model) {
        var user = users.get(new UserId(id));
        try {
            team.change(form.appliedTo(user));
            return "redirect:/settings/users";
        } catch (Rejected refusal) {
            return form(user.id(), form, refusal, model);
        }
    }

    @PostMapping("/settings/users/{id}/link")
    String newLink(@PathVariable long id, Model model, HttpServletRequest request) {
        try {
            return link(team.link(new UserId(id)), model, request);
        } catch (Rejected refusal) {
            return form(new UserId(id), UserForm.of(users.get(new UserId(id))), refusal, model);
        }
    }

    private static String link(Team.Invitation invitation, Model model, HttpServletRequest request) {
        model.addAttribute("user", invitation.user());
        model.addAttribute(
                "link",
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/password")
                        .queryParam("key", invitation.key())
                        .toUriString());
        return "tenancy/web/userLink";
    }

    private static String form(@Nullable UserId id, UserForm form, @Nullable Rejected refusal, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("refusal", refusal);
        return "tenancy/web/user";
    }
}
