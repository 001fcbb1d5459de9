package io.dunlin.ledger.web;

import io.dunlin.criteria.Indicator;
import io.dunlin.ledger.CustomerAddress;
import io.dunlin.ledger.ItemLine;
import io.dunlin.ledger.ItemList;
import io.dunlin.ledger.ItemList.InCurrency;
import io.dunlin.ledger.ItemListColumn;
import io.dunlin.ledger.ItemListColumns;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Table;
import io.dunlin.web.TableRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of items as a table, on the page and in files. */
@Component
class ItemsTable {
    private final ItemListColumns columns;
    private final IndicatorWords words;
    private final Labels labels;

    ItemsTable(ItemListColumns columns, IndicatorWords words, Labels labels) {
        this.columns = columns;
        this.words = words;
        this.labels = labels;
    }

    /**
     * The columns that there are, and how the values of those that were asked for are called.
     *
     * @param names of codes, by the keys of columns whose values are codes
     */
    record Shown(List<Column> columns, Map<String, Map<String, String>> names) {}

    Table of(Company company, ItemList list, TableRequest request) {
        var shown = shown(company, request);
        var totals = list.totals();
        var plain = new Table(
                        "items",
                        shown.columns(),
                        list.lines().stream()
                                .map(line -> cells(company, line, shown))
                                .toList(),
                        totals.isCut() ? List.of() : total(totals, shown),
                        totals.items(),
                        request)
                .withSubtotals(subtotals(totals, shown));
        return totals.isCut() ? plain.withMore() : plain;
    }

    Shown shown(Company company, TableRequest request) {
        var all = columns.all();
        var coded = new HashMap<String, Indicator>();
        all.forEach(column -> {
            if (column.indicator() != null && request.columns().contains(column.key())) {
                coded.put(column.key(), column.indicator());
            }
        });
        return new Shown(all.stream().map(column -> column(column, company)).toList(), words.names(coded));
    }

    List<Cell> cells(Company company, ItemLine line, Shown shown) {
        return shown.columns().stream()
                .map(column -> cell(column.key(), company, line, shown))
                .toList();
    }

    private Cell cell(String key, Company company, ItemLine line, Shown shown) {
        return switch (key) {
            case "number" -> Cell.link(line.number(), "/items/" + line.id());
            case "kind" -> Cell.of(labels.text("ledger.kind." + line.kind().name()));
            case "customer.code" -> Cell.of(line.customer());
            case "customer.name" -> Cell.link(line.customerName(), CustomerAddress.of(company.code(), line.customer()));
            case "issueDate" -> Cell.of(line.issueDate());
            case "dueDate" -> Cell.of(line.dueDate());
            case "daysOverdue" -> Cell.of(line.daysOverdue()).withTone(line.isOverdue() ? "bad" : "");
            case "originalAmount" -> Cell.of(line.originalAmount());
            case "openAmount" -> Cell.of(line.openAmount());
            case "currency" -> Cell.of(line.currency());
            case "amount" -> Cell.of(line.amount());
            case "clearedOn" -> Cell.of(line.clearedOn());
            case "purchaseOrder" -> Cell.of(line.purchaseOrder());
            default -> further(line.further().get(key), shown.names().get(key));
        };
    }

    private static Cell further(@Nullable Object value, @Nullable Map<String, String> names) {
        return Cell.of(value == null || names == null ? value : IndicatorWords.names(value, names));
    }

    /** A row for each currency and one for memo items; none where one currency is all there is. */
    List<List<Cell>> subtotals(ItemList.Totals totals, Shown shown) {
        return totals.parts().size() < 2
                ? List.of()
                : totals.parts().stream().map(part -> subtotal(part, shown)).toList();
    }

    private List<Cell> subtotal(InCurrency part, Shown shown) {
        return row(shown, key -> switch (key) {
            case "number" -> labels.text(part.isMemo() ? "ledger.items.memo" : "ledger.items.total", part.items());
            case "originalAmount" -> part.original();
            case "openAmount" -> part.open();
            case "currency" -> part.currency();
            case "amount" -> part.isMemo() ? null : part.amount();
            default -> null;
        });
    }

    /** Amounts in the items' own currencies only where there is one. */
    List<Cell> total(ItemList.Totals totals, Shown shown) {
        var only = totals.parts().size() == 1 ? totals.parts().getFirst() : null;
        return row(shown, key -> switch (key) {
            case "number" -> labels.text("ledger.items.total", totals.items());
            case "originalAmount" -> only == null ? null : only.original();
            case "openAmount" -> only == null ? null : only.open();
            case "currency" -> only == null ? null : only.currency();
            case "amount" -> totals.amount();
            default -> null;
        });
    }

    private interface Values {
        @Nullable
        Object of(String key);
    }

    private static List<Cell> row(Shown shown, Values values) {
        return shown.columns().stream()
                .map(column -> Cell.of(values.of(column.key())))
                .toList();
    }

    private Column column(ItemListColumn column, Company company) {
        var plain = new Column(
                column.key(),
                label(column),
                column.isInCompanyCurrency() ? company.currency().getCurrencyCode() : null,
                column.kind(),
                true);
        return column.isUsual() ? plain : plain.extra();
    }

    private String label(ItemListColumn column) {
        var indicator = column.indicator();
        return indicator == null
                        || column.key().equals("customer.name")
                        || column.key().equals("customer.code")
                ? labels.text("ledger.items.column." + column.key())
                : words.nameBesideItems(indicator);
    }
}
