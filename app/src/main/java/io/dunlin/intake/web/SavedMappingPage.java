package io.dunlin.intake.web;

import io.dunlin.intake.SavedMappings;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.web.Requires;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One saved mapping: its name, and for each column the field and the format. */
@Controller
@Requires(Right.IMPORT)
class SavedMappingPage {
    private static final String PATH = "/imports/mappings/{id}";

    private final SavedMappings saved;

    SavedMappingPage(SavedMappings saved) {
        this.saved = saved;
    }

    @GetMapping(PATH)
    String show(@PathVariable long id, Model model) {
        var named = saved.get(id);
        model.addAttribute("view", SavedMappingView.of(id, named.name(), named.mapping(), "", List.of()));
        return "intake/web/savedMapping";
    }

    /** The form anew after a choice: each field has formats of its own. Nothing is kept. */
    @PostMapping(PATH + "/preview")
    String preview(
            @PathVariable long id, @RequestParam String name, @RequestParam Map<String, String> form, Model model) {
        var typed = SavedMappingForm.read(form, saved.get(id).mapping());
        model.addAttribute("view", SavedMappingView.of(id, name, typed, "", List.of()));
        return "intake/web/savedColumns";
    }

    @PostMapping(PATH)
    String save(@PathVariable long id, @RequestParam String name, @RequestParam Map<String, String> form, Model model) {
        var typed = SavedMappingForm.read(form, saved.get(id).mapping());
        try {
            saved.change(id, name, typed);
        } catch (Rejected refusal) {
            model.addAttribute("view", SavedMappingView.of(id, name, typed, refusal.key(), refusal.arguments()));
            return "intake/web/savedMapping";
        }
        return "redirect:/imports/mappings";
    }
}
