package io.dunlin.intake.web;

import io.dunlin.intake.Imports;
import io.dunlin.intake.Intake;
import io.dunlin.intake.Subject;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.web.Requires;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The history of imports, and the place where a file comes in. */
@Controller
@Requires(Right.IMPORT)
class ImportsPage {
    private final Imports imports;
    private final Intake intake;
    private final CurrentCompany company;
    private final CurrentUser user;
    private final ImportOutcome outcome;

    ImportsPage(Imports imports, Intake intake, CurrentCompany company, CurrentUser user, ImportOutcome outcome) {
        this.imports = imports;
        this.intake = intake;
        this.company = company;
        this.user = user;
        this.outcome = outcome;
    }

    @GetMapping("/imports")
    String history(Model model) {
        var chosen = company.get();
        var names = outcome.names();
        var history = imports.history(chosen.id());
        if (outcome.settle(history)) {
            history = imports.history(chosen.id());
        }
        var undoable = imports.undoable(chosen.id());
        model.addAttribute("company", chosen.name());
        model.addAttribute(
                "imports",
                history.stream()
                        .map(one -> ImportView.of(
                                one,
                                one.user() == null ? "" : names.getOrDefault(one.user(), ""),
                                undoable.filter(one.id()::equals).isPresent()))
                        .toList());
        return "intake/web/imports";
    }

    @GetMapping("/imports/new")
    String choose(Model model, @RequestParam(defaultValue = "ITEMS") Subject subject) {
        return upload(model, subject, "", "");
    }

    @PostMapping("/imports")
    String receive(Model model, @RequestParam Subject subject, @RequestParam MultipartFile file) throws IOException {
        var name = file.getOriginalFilename();
        if (file.isEmpty() || name == null || name.isEmpty()) {
            return upload(model, subject, "intake.file.none", "");
        }
        try (var content = file.getInputStream()) {
            var id = intake.receive(subject, fileName(name), content, company.get(), user.id());
            return "redirect:/imports/" + id + "/mapping";
        } catch (Rejected refusal) {
            return upload(
                    model,
                    subject,
                    refusal.key(),
                    refusal.arguments().isEmpty()
                            ? ""
                            : refusal.arguments().getFirst().toString());
        }
    }

    private String upload(Model model, Subject subject, String problem, String argument) {
        model.addAttribute("company", company.get().name());
        model.addAttribute("subject", subject.name());
        model.addAttribute(
                "subjects",
                Arrays.stream(Subject.values())
                        .filter(one -> user.may(one.right()))
                        .map(Enum::name)
                        .toList());
        model.addAttribute("problem", problem);
        model.addAttribute("argument", argument);
        return "intake/web/upload";
    }

    /** Some browsers send the whole path. */
    private static String fileName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
