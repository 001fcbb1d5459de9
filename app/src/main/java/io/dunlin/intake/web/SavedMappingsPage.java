package io.dunlin.intake.web;

import io.dunlin.intake.Mappings;
import io.dunlin.intake.SavedMappingFile;
import io.dunlin.intake.SavedMappings;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.web.Requires;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** All mappings: those with a name, and those that files left behind. */
@Controller
@Requires(Right.IMPORT)
class SavedMappingsPage {
    private static final String PATH = "/imports/mappings";
    private static final String AGAIN = "redirect:" + PATH;
    private static final int MOST_SHOWN = 100;

    private final SavedMappings saved;
    private final Mappings remembered;
    private final AuditTrail audit;

    SavedMappingsPage(SavedMappings saved, Mappings remembered, AuditTrail audit) {
        this.saved = saved;
        this.remembered = remembered;
        this.audit = audit;
    }

    @GetMapping(PATH)
    String show(Model model) {
        return view(model, "", List.of());
    }

    /** Takes in a file that {@link #export} gave, here or elsewhere. */
    @PostMapping(PATH)
    String receive(@RequestParam MultipartFile file, Model model) throws IOException {
        try (var content = file.getInputStream()) {
            var read = SavedMappingFile.read(content.readNBytes(SavedMappingFile.LARGEST + 1));
            return "redirect:" + PATH + "/" + saved.add(read.name(), read.mapping());
        } catch (Rejected refusal) {
            return view(model, refusal.key(), refusal.arguments());
        }
    }

    @GetMapping(PATH + "/{id}/export")
    ResponseEntity<byte[]> export(@PathVariable long id) {
        var named = saved.get(id);
        var name = named.name().replaceAll("[^\\p{L}\\p{N}._ -]", "_") + ".json";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new SavedMappingFile(named.name(), named.mapping()).write());
    }

    @PostMapping(PATH + "/{id}/remove")
    String remove(@PathVariable long id) {
        saved.remove(id);
        return AGAIN;
    }

    @PostMapping(PATH + "/remembered/{id}/forget")
    String forget(@PathVariable long id) {
        var one = remembered.get(id);
        remembered.forget(id);
        audit.record("mapping.forgotten", String.join(", ", one.headers()), Map.of());
        return AGAIN;
    }

    /** Gives a remembered one a name. */
    @PostMapping(PATH + "/remembered/{id}/keep")
    String keep(@PathVariable long id, @RequestParam String name, Model model) {
        try {
            saved.add(name, remembered.get(id).saved());
            return AGAIN;
        } catch (Rejected refusal) {
            return view(model, refusal.key(), refusal.arguments());
        }
    }

    private String view(Model model, String problem, List<Object> places) {
        model.addAttribute(
                "view",
                MappingsView.of(saved.all(), remembered.latest(MOST_SHOWN), remembered.count(), problem, places));
        return "intake/web/mappings";
    }
}
