package io.dunlin.ledger.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.ItemId;
import io.dunlin.web.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** People put files to items and customers. What is refused is said on the page it was sent from. */
@Controller
@Requires(Right.COLLECT)
class FileActions {
    private final ItemPage items;
    private final CustomerFilePage customers;
    private final FileChanges changes;
    private final FilesViews views;

    FileActions(ItemPage items, CustomerFilePage customers, FileChanges changes, FilesViews views) {
        this.items = items;
        this.customers = customers;
        this.changes = changes;
        this.views = views;
    }

    @PostMapping("/items/{id}/files")
    String toItem(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        var item = items.item(id);
        try {
            add(changes.customer(item.company(), item.customerCode()), item.id(), file);
            return "redirect:/items/" + id;
        } catch (Rejected refusal) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return items.show(item, views.of(item.id()).refused(refusal), model);
        }
    }

    @PostMapping("/customers/{company}/{code}/files")
    String toCustomer(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        var customer = customers.file(company, code);
        try {
            add(customer, null, file);
            return "redirect:" + customer.address() + "/files";
        } catch (Rejected refusal) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            var page = customers.show(customer, FilesPanel.CODE, Map.of(), model);
            model.addAttribute("files", views.of(customer).refused(refusal));
            return page;
        }
    }

    @PostMapping("/files/{id}/remove")
    String remove(@PathVariable String id, @RequestParam(defaultValue = "false") boolean fromItem) {
        var one = changes.get(id);
        var customer = changes.remove(one);
        return "redirect:" + (fromItem && one.item() != null ? "/items/" + one.item() : customer.address() + "/files");
    }

    private void add(CustomerFile customer, @Nullable ItemId item, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty() || file.getOriginalFilename() == null) {
            throw new Rejected("ledger.files.none");
        }
        changes.add(customer, item, file.getOriginalFilename(), file);
    }
}
