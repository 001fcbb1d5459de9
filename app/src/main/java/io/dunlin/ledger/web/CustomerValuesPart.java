package io.dunlin.ledger.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerChoice;
import io.dunlin.ledger.CustomerValues;
import io.dunlin.reporting.Parameter.Choice;
import io.dunlin.tenancy.Companies;
import io.dunlin.web.Requires;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a filter by value offers, read when its menu is opened: too much to look up for every page that has the filter. */
@Controller
class CustomerValuesPart {
    private static final int MOST = 100;

    private final CustomerValues values;
    private final Companies companies;
    private final Labels labels;

    CustomerValuesPart(CustomerValues values, Companies companies, Labels labels) {
        this.values = values;
        this.companies = companies;
        this.labels = labels;
    }

    /** The ticked ones first, in the parameter that has the name of the filter. */
    @GetMapping("/customer-values/{name}")
    @Requires(Right.SEE_REPORTS)
    String show(
            @PathVariable String name,
            @RequestParam String company,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        var chosen = parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
        var whose = companies.find(company).orElseThrow(() -> new Rejected("ledger.company.closed", company));
        var found = values.of(whose, name, MOST);
        var offered = new LinkedHashSet<>(chosen);
        offered.addAll(found);
        offered.add(CustomerChoice.NONE);
        model.addAttribute("name", name);
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "choices",
                offered.stream()
                        .map(value -> new Choice(value, label(name, value)))
                        .toList());
        model.addAttribute("isCut", found.size() == MOST);
        return "reporting/filterValues";
    }

    private String label(String name, String value) {
        if (value.equals(CustomerChoice.NONE)) {
            return labels.text("ledger.choice.none");
        }
        return name.equals(CustomerChoice.COUNTRY) ? Locale.of("", value).getDisplayCountry(labels.language()) : value;
    }
}
