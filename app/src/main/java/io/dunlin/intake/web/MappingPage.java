package io.dunlin.intake.web;

import io.dunlin.intake.Delimiter;
import io.dunlin.intake.ImportId;
import io.dunlin.intake.ImportOrders;
import io.dunlin.intake.Imports;
import io.dunlin.intake.Intake;
import io.dunlin.intake.MappingCheck;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.web.Requires;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person says what the columns of a file are, and sees at once how they are read. */
@Controller
@Requires(Right.IMPORT)
class MappingPage {
    private final Imports imports;
    private final Intake intake;
    private final ImportOrders orders;
    private final MappingModel page;

    MappingPage(Imports imports, Intake intake, ImportOrders orders, MappingModel page) {
        this.imports = imports;
        this.intake = intake;
        this.orders = orders;
        this.page = page;
    }

    @GetMapping("/imports/{id}/mapping")
    String show(@PathVariable long id, Model model) {
        var one = imports.get(new ImportId(id));
        if (!one.mayBeMapped()) {
            return "redirect:/imports/" + id;
        }
        return page.page(one, imports.mapping(one.id()), one.asOf(), model);
    }

    /** The table anew after a choice. Nothing is kept. */
    @PostMapping("/imports/{id}/mapping/preview")
    String preview(@PathVariable long id, @RequestParam Map<String, String> form, Model model) {
        var one = imports.get(new ImportId(id));
        var mapping = MappingForm.read(form, imports.profile(one.id()), imports.mapping(one.id()));
        return page.columns(one, mapping, MappingForm.asOf(form, one.asOf()), model);
    }

    /** The whole page anew, with the file read in the character set and with the delimiter chosen. */
    @PostMapping("/imports/{id}/mapping/file")
    String reread(
            @PathVariable long id,
            @RequestParam String charset,
            @RequestParam Delimiter delimiter,
            @RequestParam Map<String, String> form,
            Model model) {
        var one = imports.get(new ImportId(id));
        var chosen = MappingForm.read(form, imports.profile(one.id()), imports.mapping(one.id()));
        var asOf = MappingForm.asOf(form, one.asOf());
        try {
            intake.reread(one.id(), charset, delimiter, chosen);
        } catch (Rejected refusal) {
            model.addAttribute("problem", refusal.key());
            model.addAttribute("places", refusal.arguments().toArray());
            return page.page(one, chosen, asOf, model);
        }
        return page.page(imports.get(one.id()), imports.mapping(one.id()), asOf, model);
    }

    @PostMapping("/imports/{id}/mapping")
    String start(@PathVariable long id, @RequestParam Map<String, String> form, Model model) {
        var one = imports.get(new ImportId(id));
        var profile = imports.profile(one.id());
        var mapping = MappingForm.read(form, profile, imports.mapping(one.id()));
        var asOf = MappingForm.asOf(form, one.asOf());
        if (!MappingCheck.of(one.subject(), mapping, profile).isComplete()) {
            return page.page(one, mapping, asOf, model);
        }
        orders.start(one.id(), mapping, asOf);
        return "redirect:/imports/" + id;
    }
}
