package io.dunlin.criteria.web;

import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.CriteriaText;
import io.dunlin.criteria.SavedSearches;
import io.dunlin.criteria.SearchChanges;
import io.dunlin.criteria.Subject;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.web.Requires;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The builder of criteria above a list. Its state is in its form; what is found is an address of the list. */
@Controller
@RequestMapping("/criteria")
@Requires(Right.SEE_CUSTOMERS)
class BuilderPart {
    /** Longer ones are kept, and the address only names them: servers refuse long addresses. */
    private static final int LONGEST_ADDRESS = 1_500;

    private static final String VIEW = "criteria/web/builder";

    private final Builder builder;
    private final SearchChanges changes;
    private final Labels labels;

    BuilderPart(Builder builder, SearchChanges changes, Labels labels) {
        this.builder = builder;
        this.changes = changes;
        this.labels = labels;
    }

    @GetMapping
    String open(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        var subject = Builder.subject(parameters);
        return parameters.containsKey("address")
                ? show(builder.opened(subject, ListAddress.of(parameters)), model)
                : "redirect:" + wholePage(subject);
    }

    @PostMapping
    String step(
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String step,
            Model model) {
        return show(builder.after(form, step), model);
    }

    @PostMapping("/count")
    String count(@RequestParam MultiValueMap<String, String> form, Model model) {
        model.addAttribute("view", builder.count(form));
        return "criteria/web/count";
    }

    /** Leads to the list, or shows what is wrong. */
    @PostMapping("/search")
    @Nullable
    String search(@RequestParam MultiValueMap<String, String> form, Model model, HttpServletResponse response) {
        var read = builder.read(form);
        if (!read.bad().isEmpty()) {
            return show(builder.after(form, ""), model);
        }
        return leaveTo(ListAddress.of(form).with(address(Builder.subject(form), read.criteria())), response);
    }

    @PostMapping("/searches")
    @Nullable
    String save(
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            Model model,
            HttpServletResponse response) {
        var read = builder.read(form);
        if (!read.bad().isEmpty()) {
            return show(builder.after(form, ""), model);
        }
        try {
            var id = changes.save(Builder.subject(form), name, read.criteria(), shared);
            return leaveTo(ListAddress.of(form).with(SavedSearches.address(id)), response);
        } catch (Rejected refusal) {
            return refused(form, refusal, model);
        }
    }

    /** The search now asks for what the form does. */
    @PostMapping("/searches/{id}/overwrite")
    @Nullable
    String overwrite(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response) {
        var read = builder.read(form);
        if (!read.bad().isEmpty()) {
            return show(builder.after(form, ""), model);
        }
        changes.overwrite(id, read.criteria());
        return leaveTo(ListAddress.of(form).with(SavedSearches.address(id)), response);
    }

    @PostMapping("/searches/{id}/rename")
    String rename(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            Model model) {
        try {
            changes.rename(id, name, shared);
            return show(builder.after(form, ""), model);
        } catch (Rejected refusal) {
            return refused(form, refusal, model);
        }
    }

    @PostMapping("/searches/{id}/remove")
    String remove(@PathVariable long id, @RequestParam MultiValueMap<String, String> form, Model model) {
        changes.remove(id);
        return show(builder.after(form, ""), model);
    }

    private String address(Subject subject, Criteria criteria) {
        var text = CriteriaText.write(criteria);
        return text.length() <= LONGEST_ADDRESS ? text : SavedSearches.address(changes.keep(subject, criteria));
    }

    /** Where somebody is led who opens the part by itself. */
    private static String wholePage(Subject subject) {
        return (subject == Subject.ITEM ? "/items" : "/customers") + "?build=1";
    }

    private String refused(MultiValueMap<String, String> form, Rejected refusal, Model model) {
        var sentence = labels.text(refusal.key(), refusal.arguments().toArray());
        return show(builder.refused(form, sentence), model);
    }

    private static String show(BuilderView view, Model model) {
        model.addAttribute("view", view);
        return VIEW;
    }

    private static @Nullable String leaveTo(String address, HttpServletResponse response) {
        response.setHeader("HX-Redirect", address);
        return null;
    }
}
