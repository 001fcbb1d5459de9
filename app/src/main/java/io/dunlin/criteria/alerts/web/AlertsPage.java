package io.dunlin.criteria.alerts.web;

import io.dunlin.criteria.alerts.AlertChanges;
import io.dunlin.criteria.alerts.AlertChanges.Wish;
import io.dunlin.criteria.alerts.AlertType;
import io.dunlin.criteria.alerts.Frequency;
import io.dunlin.criteria.alerts.ReadyAlert;
import io.dunlin.criteria.alerts.Recipient;
import io.dunlin.criteria.web.Labels;
import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.web.Notice;
import io.dunlin.web.Requires;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The alerts that the viewer may open, and ready-made ones to add. */
@Controller
@Requires(Right.SEE_CUSTOMERS)
class AlertsPage {
    static final String PATH = "/alerts";

    private final AlertsViews views;
    private final AlertChanges changes;
    private final CurrentCompany company;
    private final CurrentUser user;
    private final Labels labels;

    AlertsPage(AlertsViews views, AlertChanges changes, CurrentCompany company, CurrentUser user, Labels labels) {
        this.views = views;
        this.changes = changes;
        this.company = company;
        this.user = user;
        this.labels = labels;
    }

    @GetMapping(PATH)
    String list(@RequestParam(defaultValue = "BOTH") String type, Model model) {
        model.addAttribute("view", views.of(type(type)));
        return "criteria/alerts/web/alerts";
    }

    @GetMapping(PATH + "/gallery")
    String gallery(Model model) {
        model.addAttribute("view", views.of(AlertType.BOTH));
        return "criteria/alerts/web/gallery";
    }

    /** Private, and its new owner is told of it daily. */
    @PostMapping(PATH + "/gallery/{code:[A-Z_]+}")
    String add(@PathVariable String code, RedirectAttributes after) {
        var ready = ReadyAlert.find(code).orElseThrow(() -> new NotFound("Alert", code));
        var name = labels.text(ready.nameKey());
        var id = changes.add(
                company.get(),
                new Wish(
                        name,
                        ready.type(),
                        ready.level(),
                        false,
                        ready.criteria(),
                        List.of(new Recipient(user.id(), null, Frequency.DAILY))));
        after.addFlashAttribute("notice", new Notice("criteria.alerts.added", List.of(name), null));
        return "redirect:" + PATH + "/" + id;
    }

    @PostMapping(PATH + "/{id:\\d+}/remove")
    String remove(@PathVariable long id, RedirectAttributes after) {
        var name = changes.changeable(id).name();
        changes.remove(id);
        after.addFlashAttribute("notice", new Notice("criteria.alerts.removed", List.of(name), null));
        return "redirect:" + PATH;
    }

    private static AlertType type(String name) {
        return Arrays.stream(AlertType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElse(AlertType.BOTH);
    }
}
