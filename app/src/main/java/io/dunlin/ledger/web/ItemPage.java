package io.dunlin.ledger.web;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomFields;
import io.dunlin.ledger.CustomFields.CustomField;
import io.dunlin.ledger.CustomerAddress;
import io.dunlin.ledger.ItemFile;
import io.dunlin.ledger.ItemId;
import io.dunlin.ledger.ItemStory;
import io.dunlin.ledger.Items;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Requires;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One item with all its fields and what happened to it. */
@Controller
@Requires(Right.SEE_CUSTOMERS)
public class ItemPage {
    private final Items items;
    private final Companies companies;
    private final CustomFields customFields;
    private final FilesViews files;
    private final Clock clock;

    ItemPage(Items items, Companies companies, CustomFields customFields, FilesViews files, Clock clock) {
        this.items = items;
        this.companies = companies;
        this.customFields = customFields;
        this.files = files;
        this.clock = clock;
    }

    /** @param daysLate 0 or less: not late, or no longer open */
    public record View(
            ItemFile item,
            Company company,
            String customerAddress,
            List<CustomField> customFields,
            List<ItemStory.Event> story,
            long daysLate) {}

    @GetMapping("/items/{id}")
    String show(@PathVariable String id, Model model) {
        var item = item(id);
        return show(item, files.of(item.id()), model);
    }

    /** The item behind a segment of a path; throws {@link NotFound}. */
    ItemFile item(String id) {
        if (!id.matches("[1-9]\\d{0,17}")) {
            throw new NotFound("Item", id);
        }
        return items.get(new ItemId(Long.parseLong(id)));
    }

    String show(ItemFile item, FilesView filesOfItem, Model model) {
        var company = companies.get(item.company());
        var late = item.openAmount().signum() == 0 ? 0 : ChronoUnit.DAYS.between(item.dueDate(), company.today(clock));
        model.addAttribute(
                "view",
                new View(
                        item,
                        company,
                        CustomerAddress.of(company.code(), item.customerCode()),
                        customFields.of(CustomFields.Subject.ITEM).stream()
                                .filter(field -> item.custom().get(field.position() - 1) != null)
                                .toList(),
                        ItemStory.of(item.history()),
                        late));
        model.addAttribute("files", filesOfItem);
        return "ledger/web/item";
    }
}
