package io.dunlin.criteria.alerts.web;

import io.dunlin.criteria.alerts.AlertChanges;
import io.dunlin.criteria.alerts.AlertChanges.Wish;
import io.dunlin.criteria.web.Builder;
import io.dunlin.criteria.web.BuilderView;
import io.dunlin.criteria.web.Labels;
import io.dunlin.criteria.web.ListAddress;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The form of an alert. Its criteria are those of the builder, whose fields are of the same form. */
@Controller
@Requires(Right.SEE_CUSTOMERS)
class AlertFormPage {
    private static final String NEW = AlertsPage.PATH + "/new";
    private static final String EDIT = AlertsPage.PATH + "/{id:\\d+}/edit";
    private static final String BUILDER = "criteria/web/builder";

    private final AlertForms forms;
    private final AlertChanges changes;
    private final Builder builder;
    private final CurrentCompany company;
    private final Labels labels;

    AlertFormPage(AlertForms forms, AlertChanges changes, Builder builder, CurrentCompany company, Labels labels) {
        this.forms = forms;
        this.changes = changes;
        this.builder = builder;
        this.company = company;
        this.labels = labels;
    }

    /** @param c criteria to begin with, as in an address of the list of customers */
    @GetMapping(NEW)
    String blank(@RequestParam(defaultValue = "") String c, Model model) {
        return show(forms.blank(builder.opened(address(NEW, c))), model);
    }

    @GetMapping(EDIT)
    String edit(@PathVariable long id, @RequestParam(defaultValue = "") String c, Model model) {
        var alert = changes.changeable(id);
        var address = address(AlertsPage.PATH + "/" + id + "/edit", c);
        return show(
                forms.of(alert, c.isEmpty() ? builder.opened(address, alert.criteria()) : builder.opened(address)),
                model);
    }

    @PostMapping(NEW)
    @Nullable
    String add(@RequestParam MultiValueMap<String, String> form, Model model, HttpServletResponse response) {
        return save(form, wish -> changes.add(company.get(), wish), model, response);
    }

    @PostMapping(EDIT)
    @Nullable
    String change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response) {
        return save(
                form,
                wish -> {
                    changes.change(company.get(), id, wish);
                    return id;
                },
                model,
                response);
    }

    /** Leads to the alert, or shows what is wrong. */
    private @Nullable String save(
            MultiValueMap<String, String> form,
            ToLongFunction<Wish> saving,
            Model model,
            HttpServletResponse response) {
        var read = builder.read(form);
        if (!read.bad().isEmpty()) {
            return part(builder.after(form, ""), model);
        }
        try {
            response.setHeader(
                    "HX-Redirect", AlertsPage.PATH + "/" + saving.applyAsLong(forms.read(form, read.criteria())));
            return null;
        } catch (Rejected refusal) {
            var sentence = labels.text(refusal.key(), refusal.arguments().toArray());
            return part(builder.refused(form, sentence), model);
        }
    }

    private static ListAddress address(String path, String criteria) {
        return ListAddress.of(
                criteria.isEmpty() ? path : path + "?c=" + UriUtils.encode(criteria, StandardCharsets.UTF_8));
    }

    private static String part(BuilderView view, Model model) {
        model.addAttribute("view", view);
        return BUILDER;
    }

    private static String show(AlertFormView view, Model model) {
        model.addAttribute("view", view);
        return "criteria/alerts/web/alertForm";
    }
}
