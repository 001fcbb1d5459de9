package io.dunlin.criteria.alerts.web;

import io.dunlin.criteria.alerts.AlertRefresh;
import io.dunlin.criteria.alerts.AlertVisits;
import io.dunlin.criteria.alerts.AlertedCustomers.Which;
import io.dunlin.criteria.alerts.Alerts;
import io.dunlin.criteria.alerts.Snoozes;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Notice;
import io.dunlin.web.Requires;
import io.dunlin.web.TableRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customers of one alert, and whom it is silent about. */
@Controller
@Requires(Right.SEE_CUSTOMERS)
class AlertPage {
    private static final String PATH = AlertsPage.PATH + "/{id:\\d+}";

    private final AlertViews views;
    private final Alerts alerts;
    private final AlertRefresh refresh;
    private final Snoozes snoozes;
    private final AlertVisits visits;
    private final CurrentCompany company;

    AlertPage(
            AlertViews views,
            Alerts alerts,
            AlertRefresh refresh,
            Snoozes snoozes,
            AlertVisits visits,
            CurrentCompany company) {
        this.views = views;
        this.visits = visits;
        this.alerts = alerts;
        this.refresh = refresh;
        this.snoozes = snoozes;
        this.company = company;
    }

    @GetMapping(PATH)
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String dir,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        visits.look(company.get(), alerts.get(id).id());
        var number = page.matches("[1-9]\\d{0,5}") ? Integer.valueOf(page) : null;
        model.addAttribute("view", views.of(id, Which.of(show), TableRequest.of("", sort, dir, number)));
        return "criteria/alerts/web/alert";
    }

    /** For a company that it did not go through yet, or right after a change of something by hand. */
    @PostMapping(PATH + "/refresh")
    String refresh(@PathVariable long id) {
        refresh.refresh(company.get(), List.of(alerts.get(id)));
        return "redirect:" + AlertsPage.PATH + "/" + id;
    }

    @PostMapping(PATH + "/customers/{customer:\\d+}/snooze")
    String snooze(
            @PathVariable long id,
            @PathVariable long customer,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after) {
        snoozes.snooze(company.get(), id, customer, until, reason);
        after.addFlashAttribute(
                "notice",
                new Notice(
                        "criteria.alerts.snoozed",
                        List.of(),
                        AlertsPage.PATH + "/" + id + "/customers/" + customer + "/wake"));
        return "redirect:" + AlertsPage.PATH + "/" + id;
    }

    @PostMapping(PATH + "/customers/{customer:\\d+}/wake")
    String wake(@PathVariable long id, @PathVariable long customer) {
        snoozes.end(company.get(), id, customer);
        return "redirect:" + AlertsPage.PATH + "/" + id;
    }
}
