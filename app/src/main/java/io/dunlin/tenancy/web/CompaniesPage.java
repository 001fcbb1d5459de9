package io.dunlin.tenancy.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The companies of the tenant and the rules of their ledgers. */
@Controller
@Requires(Right.ADMINISTER)
class CompaniesPage {
    private final Companies companies;
    private final CurrentCompany current;
    private final CompanyChanges changes;

    CompaniesPage(Companies companies, CurrentCompany current, CompanyChanges changes) {
        this.companies = companies;
        this.current = current;
        this.changes = changes;
    }

    @GetMapping("/settings/companies")
    String list(Model model) {
        model.addAttribute("companies", companies.all());
        model.addAttribute("demo", companies.demo());
        return "tenancy/web/companies";
    }

    @GetMapping("/settings/companies/new")
    String empty(Model model) {
        return form(null, CompanyForm.empty(current.get()), null, model);
    }

    @PostMapping("/settings/companies")
    String create(@ModelAttribute CompanyForm form, Model model) {
        try {
            changes.create(form);
            return "redirect:/settings/companies";
        } catch (Rejected refusal) {
            return form(null, form, refusal, model);
        }
    }

    @GetMapping("/settings/companies/{id}")
    String edit(@PathVariable long id, Model model) {
        var company = companies.get(new CompanyId(id));
        return form(company.id(), CompanyForm.of(company), null, model);
    }

    @PostMapping("/settings/companies/{id}")
    String change(@PathVariable long id, @ModelAttribute CompanyForm form, Model model) {
        try {
            changes.change(new CompanyId(id), form);
            return "redirect:/settings/companies";
        } catch (Rejected refusal) {
            return form(new CompanyId(id), form, refusal, model);
        }
    }

    private static String form(@Nullable CompanyId id, CompanyForm form, @Nullable Rejected refusal, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("refusal", refusal);
        return "tenancy/web/company";
    }
}
