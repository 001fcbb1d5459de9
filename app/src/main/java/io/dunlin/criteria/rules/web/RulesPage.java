package io.dunlin.criteria.rules.web;

import io.dunlin.criteria.rules.Assignables;
import io.dunlin.criteria.rules.RuleChanges;
import io.dunlin.criteria.rules.RuleChanges.Wish;
import io.dunlin.kernel.Right;
import io.dunlin.web.Requires;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rules of each attribute, and what they would do before anything is done. */
@Controller
@Requires(Right.CONFIGURE)
class RulesPage {
    static final String PATH = "/settings/rules";
    private static final String ATTRIBUTE = PATH + "/{attribute:[a-zA-Z]+}";

    private final Assignables assignables;
    private final RuleChanges changes;
    private final RuleViews views;

    RulesPage(Assignables assignables, RuleChanges changes, RuleViews views) {
        this.assignables = assignables;
        this.changes = changes;
        this.views = views;
    }

    @GetMapping(PATH)
    String first() {
        return "redirect:" + PATH + "/" + assignables.all().getFirst().code();
    }

    /** @param dry asks at once what the rules would do: where nothing is loaded behind the page */
    @GetMapping(ATTRIBUTE)
    String show(@PathVariable String attribute, @RequestParam(defaultValue = "false") boolean dry, Model model) {
        model.addAttribute("view", views.of(attribute, dry));
        return "criteria/rules/web/rules";
    }

    @GetMapping(ATTRIBUTE + "/dry-run")
    String preview(@PathVariable String attribute, Model model) {
        model.addAttribute("view", views.of(attribute, true));
        return "criteria/rules/web/rulesPart";
    }

    @PostMapping(ATTRIBUTE)
    String add(
            @PathVariable String attribute,
            @RequestParam(required = false) @Nullable Long search,
            @RequestParam String value,
            @RequestParam(defaultValue = "false") boolean automatic,
            @RequestParam(defaultValue = "false") boolean newOnly,
            @RequestParam(defaultValue = "false") boolean drops) {
        changes.add(attribute, new Wish(search, value, automatic, newOnly, drops));
        return "redirect:" + PATH + "/" + attribute;
    }

    @PostMapping(ATTRIBUTE + "/{id:\\d+}")
    String change(
            @PathVariable String attribute,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long search,
            @RequestParam String value,
            @RequestParam(defaultValue = "false") boolean automatic,
            @RequestParam(defaultValue = "false") boolean newOnly,
            @RequestParam(defaultValue = "false") boolean drops) {
        changes.change(id, new Wish(search, value, automatic, newOnly, drops));
        return "redirect:" + PATH + "/" + attribute;
    }

    @PostMapping(ATTRIBUTE + "/{id:\\d+}/remove")
    String remove(@PathVariable String attribute, @PathVariable long id) {
        changes.remove(id);
        return "redirect:" + PATH + "/" + attribute;
    }

    /** Those that are named, in this order, before the others. */
    @PostMapping(ATTRIBUTE + "/order")
    String order(@PathVariable String attribute, @RequestParam("rule") List<Long> ids) {
        changes.order(attribute, ids);
        return "redirect:" + PATH + "/" + attribute;
    }
}
