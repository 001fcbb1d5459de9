package io.dunlin.intake.web;

import io.dunlin.intake.ImportId;
import io.dunlin.intake.Imports;
import io.dunlin.intake.SavedMapping;
import io.dunlin.intake.SavedMappings;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.web.Requires;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A saved mapping is laid over the columns of a file, or what was chosen for them is saved. Answers with the whole page. */
@Controller
@Requires(Right.IMPORT)
class SavedChoicePage {
    private final Imports imports;
    private final SavedMappings saved;
    private final MappingModel page;

    SavedChoicePage(Imports imports, SavedMappings saved, MappingModel page) {
        this.imports = imports;
        this.saved = saved;
        this.page = page;
    }

    @PostMapping("/imports/{id}/mapping/apply")
    String apply(
            @PathVariable long id,
            @RequestParam(name = "saved", required = false) @Nullable Long number,
            @RequestParam Map<String, String> form,
            Model model) {
        var one = imports.get(new ImportId(id));
        var profile = imports.profile(one.id());
        var chosen = MappingForm.read(form, profile, imports.mapping(one.id()));
        var asOf = MappingForm.asOf(form, one.asOf());
        var named = number == null ? null : saved.get(number);
        if (named == null || named.mapping().subject() != one.subject()) {
            return page.page(one, chosen, asOf, model);
        }
        var applied = named.mapping().over(profile, chosen);
        saved.used(named.id());
        return page.page(
                one, applied.mapping(), asOf, model, named.id(), named.name(), SavedChoice.notices(named, applied));
    }

    /** Under the name of the mapping that was chosen, that one is changed. */
    @PostMapping("/imports/{id}/mapping/save")
    String save(
            @PathVariable long id,
            @RequestParam(name = "saved", required = false) @Nullable Long number,
            @RequestParam String savedName,
            @RequestParam Map<String, String> form,
            Model model) {
        var one = imports.get(new ImportId(id));
        var profile = imports.profile(one.id());
        var chosen = MappingForm.read(form, profile, imports.mapping(one.id()));
        var asOf = MappingForm.asOf(form, one.asOf());
        try {
            var kept = keep(number, savedName, SavedMapping.of(one.subject(), profile, chosen));
            var notice = new SavedChoice.Notice("good", "intake.saved.kept", List.of(savedName.strip()));
            return page.page(one, chosen, asOf, model, kept, savedName, List.of(notice));
        } catch (Rejected refusal) {
            var notice = new SavedChoice.Notice("bad", refusal.key(), refusal.arguments());
            return page.page(one, chosen, asOf, model, number == null ? 0 : number, savedName, List.of(notice));
        }
    }

    private long keep(@Nullable Long number, String name, SavedMapping mapping) {
        var before = number == null ? null : saved.get(number);
        if (before == null || !before.name().equalsIgnoreCase(name.strip())) {
            return saved.add(name, mapping);
        }
        saved.change(before.id(), name, mapping);
        return before.id();
    }
}
