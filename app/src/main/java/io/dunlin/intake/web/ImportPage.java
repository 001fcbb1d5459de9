package io.dunlin.intake.web;

import io.dunlin.intake.ImportId;
import io.dunlin.intake.ImportOrders;
import io.dunlin.intake.ImportState;
import io.dunlin.intake.Imports;
import io.dunlin.intake.UndoImport;
import io.dunlin.kernel.Right;
import io.dunlin.web.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One import: how far it is, what it did, which rows it left out and why; agreeing to it and taking it back. */
@Controller
@Requires(Right.IMPORT)
class ImportPage {
    private static final int ROWS_SHOWN = 200;

    private final Imports imports;
    private final ImportOutcome outcome;
    private final ImportOrders orders;
    private final UndoImport undo;

    ImportPage(Imports imports, ImportOutcome outcome, ImportOrders orders, UndoImport undo) {
        this.imports = imports;
        this.outcome = outcome;
        this.orders = orders;
        this.undo = undo;
    }

    @GetMapping("/imports/{id}")
    String show(@PathVariable long id, Model model) {
        var number = new ImportId(id);
        outcome.settle(number);
        var one = imports.get(number);
        if (one.state() == ImportState.MAPPING && one.fileKept()) {
            return "redirect:/imports/" + id + "/mapping";
        }
        var undoable = imports.undoable(one.company()).filter(number::equals).isPresent();
        model.addAttribute("shown", ImportView.of(one, outcome.who(one), undoable));
        model.addAttribute("layout", imports.profile(number).layout());
        model.addAttribute("rejected", outcome.rejected(number, ROWS_SHOWN));
        model.addAttribute("remarks", outcome.remarks(number, ROWS_SHOWN));
        return "intake/web/import";
    }

    @PostMapping("/imports/{id}/confirm")
    String confirm(@PathVariable long id) {
        orders.confirm(new ImportId(id));
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/repeat")
    String repeat(@PathVariable long id) {
        orders.repeat(new ImportId(id));
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/cancel")
    String cancel(@PathVariable long id) {
        orders.cancel(new ImportId(id));
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/undo")
    String undo(@PathVariable long id) {
        undo.undo(new ImportId(id));
        return "redirect:/imports/" + id;
    }

    @GetMapping("/imports/{id}/rejected.csv")
    void rejected(@PathVariable long id, HttpServletResponse response) throws IOException {
        var one = imports.get(new ImportId(id));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                "rejected-" + withoutEnding(one.fileName()) + ".csv",
                                java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
        outcome.write(one.id(), response.getOutputStream());
    }

    /** Rejected rows are written as CSV, whatever the file was. */
    private static String withoutEnding(String fileName) {
        var point = fileName.lastIndexOf('.');
        return point > 0 ? fileName.substring(0, point) : fileName;
    }
}
