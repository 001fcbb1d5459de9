package io.dunlin.tenancy.web;

import io.dunlin.kernel.Right;
import io.dunlin.tenancy.AuditEntry;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Column.Kind;
import io.dunlin.web.Requires;
import io.dunlin.web.Table;
import io.dunlin.web.TableRequest;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewers;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Who did what, when and from where. */
@Controller
@Requires(Right.ADMINISTER)
class AuditPage {
    private final AuditTrail audit;
    private final Texts texts;
    private final Viewers viewers;
    private final JsonMapper json;

    AuditPage(AuditTrail audit, Texts texts, Viewers viewers, JsonMapper json) {
        this.audit = audit;
        this.texts = texts;
        this.viewers = viewers;
        this.json = json;
    }

    @GetMapping("/settings/audit")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String dir,
            @RequestParam(required = false) @Nullable Integer page,
            Model model) {
        var request = TableRequest.of(q, sort, dir, page);
        model.addAttribute(
                "table",
                new Table(
                        "audit",
                        List.of(
                                column("at", Kind.TIME, true),
                                column("actor", Kind.TEXT, false),
                                column("action", Kind.TEXT, false),
                                column("subject", Kind.TEXT, false),
                                column("address", Kind.TEXT, false)),
                        audit.page(request).stream().map(this::row).toList(),
                        List.of(),
                        audit.count(request),
                        request));
        return "tenancy/web/audit";
    }

    private List<Cell> row(AuditEntry entry) {
        return List.of(
                Cell.of(entry.at()),
                Cell.of(entry.actor().isEmpty() ? text("tenancy.audit.system") : entry.actor()),
                Cell.of(text("audit." + entry.action())),
                Cell.of(entry.subject()).withNote(detail(entry)),
                Cell.of(entry.address()));
    }

    private @Nullable String detail(AuditEntry entry) {
        var facts = json.readTree(entry.detail()).properties().stream()
                .map(fact -> text("audit.detail." + fact.getKey()) + ": "
                        + fact.getValue().asString())
                .collect(Collectors.joining("; "));
        return facts.isEmpty() ? null : facts;
    }

    private Column column(String key, Kind kind, boolean sortable) {
        return new Column(key, text("tenancy.audit." + key), null, kind, sortable);
    }

    private String text(String key) {
        return texts.text(viewers.current().language(), key);
    }
}
