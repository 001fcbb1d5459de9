package io.dunlin.ledger.web;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.dunlin.criteria.alerts.AlertMarks;
import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerAddress;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.CustomerFiles;
import io.dunlin.ledger.CustomerPanel;
import io.dunlin.ledger.CustomerTabs;
import io.dunlin.ledger.ProfileFlags;
import io.dunlin.tenancy.Companies;
import io.dunlin.web.Requires;
import io.dunlin.web.Viewers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The file of one customer: its head, and one of the tabs that modules contribute. */
@Controller
@Requires(Right.SEE_CUSTOMERS)
class CustomerFilePage {
    private final Companies companies;
    private final CustomerFiles files;
    private final Viewers viewers;
    private final ProfileFlags flags;
    private final AlertMarks alerts;
    private final Map<String, CustomerPanel> panels;

    CustomerFilePage(
            Companies companies,
            CustomerFiles files,
            Viewers viewers,
            ProfileFlags flags,
            AlertMarks alerts,
            List<CustomerPanel> panels) {
        this.companies = companies;
        this.files = files;
        this.viewers = viewers;
        this.flags = flags;
        this.alerts = alerts;
        this.panels = panels.stream().collect(toUnmodifiableMap(CustomerPanel::code, Function.identity()));
    }

    @GetMapping({"/customers/{company}/{code}", "/customers/{company}/{code}/{tab}"})
    String show(
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable(required = false) @Nullable String tab,
            @RequestParam Map<String, String> parameters,
            Model model) {
        return show(file(company, code), tab, parameters, model);
    }

    /** The file behind two segments of a path; throws {@link NotFound}. */
    CustomerFile file(String company, String code) {
        var found = companies.find(CustomerAddress.code(company)).orElseThrow(() -> new NotFound("Company", company));
        return files.get(found, CustomerAddress.code(code));
    }

    String show(CustomerFile file, @Nullable String tab, Map<String, String> parameters, Model model) {
        var visible = panels.values().stream()
                .filter(panel -> viewers.current().may(panel.right()))
                .sorted(Comparator.comparingInt(CustomerPanel::order))
                .toList();
        var shown = visible.stream()
                .filter(panel -> tab == null || panel.code().equals(tab))
                .findFirst()
                .orElseThrow(() -> new NotFound("Tab", String.valueOf(tab)));
        model.addAttribute("file", file);
        model.addAttribute("tabs", tabs(file, visible, shown));
        model.addAllAttributes(shown.show(file, parameters));
        return shown.template();
    }

    private CustomerTabs tabs(CustomerFile file, List<CustomerPanel> visible, CustomerPanel shown) {
        return new CustomerTabs(
                visible.stream()
                        .map(panel -> {
                            var count = panel.count(file);
                            return new CustomerTabs.Tab(
                                    panel.code(),
                                    panel.label(),
                                    file.address() + "/" + panel.code(),
                                    count.isPresent() ? count.getAsLong() : null);
                        })
                        .toList(),
                shown.code(),
                flags.byId(List.of(file.id())).get(file.id()),
                alerts.of(List.of(file.id().value())).getOrDefault(file.id().value(), List.of()));
    }
}
