package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.FoundItems;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Requires;
import io.dunlin.web.TableDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of items as files: exactly what the page shows, over all its pages. */
@Controller
@Requires(Right.EXPORT)
class ItemExports {
    private final FoundItems items;
    private final CurrentCompany company;
    private final ItemsTable table;
    private final ItemFilterWords words;

    ItemExports(FoundItems items, CurrentCompany company, ItemsTable table, ItemFilterWords words) {
        this.items = items;
        this.company = company;
        this.table = table;
        this.words = words;
    }

    @GetMapping(ItemsPage.PATH + "/export." + TableDownload.FORMAT)
    void items(
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        var query = ItemsQuery.of(parameters);
        var chosen = company.get();
        var shown = table.shown(chosen, query.request());
        var totals = items.totals(chosen, query.filter());
        new TableDownload(
                        "items-" + chosen.code(),
                        chosen.name(),
                        shown.columns(),
                        reader -> items.each(
                                chosen,
                                query.filter(),
                                query.request(),
                                line -> reader.accept(table.cells(chosen, line, shown))),
                        words.about(chosen, query, CustomersQuery.chosen(parameters)))
                .withTotals(table.subtotals(totals, shown), table.total(totals, shown))
                .shownBy(query.request())
                .send(format, response);
    }
}
