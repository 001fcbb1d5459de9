package io.dunlin.intake.web;

import io.dunlin.intake.Import;
import io.dunlin.intake.Imports;
import io.dunlin.intake.Mapping;
import io.dunlin.intake.SavedMappings;
import io.dunlin.tenancy.Companies;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of the columns of a file, or the part of it that choices renew. */
@Component
class MappingModel {
    private final Imports imports;
    private final SavedMappings saved;
    private final Companies companies;

    MappingModel(Imports imports, SavedMappings saved, Companies companies) {
        this.imports = imports;
        this.saved = saved;
        this.companies = companies;
    }

    String page(Import one, Mapping mapping, LocalDate asOf, Model model) {
        return page(one, mapping, asOf, model, 0, "", List.of());
    }

    /** @param chosen the saved mapping in the drop-down; 0: none */
    String page(
            Import one,
            Mapping mapping,
            LocalDate asOf,
            Model model,
            long chosen,
            String typed,
            List<SavedChoice.Notice> notices) {
        model.addAttribute("saved", SavedChoice.of(saved.of(one.subject()), chosen, typed, notices));
        columns(one, mapping, asOf, model);
        return "intake/web/mapping";
    }

    String columns(Import one, Mapping mapping, LocalDate asOf, Model model) {
        var company = companies.get(one.company());
        model.addAttribute("view", MappingView.of(one, mapping, asOf, imports.profile(one.id()), company));
        return "intake/web/columns";
    }
}
