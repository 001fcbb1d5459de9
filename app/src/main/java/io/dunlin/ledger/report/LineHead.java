package io.dunlin.ledger.report;

import io.dunlin.reporting.Grouping;
import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a report stand for, in its first columns.
 *
 * @param report its code
 * @param grouping the parameter that names what can be grouped by
 */
record LineHead(String report, ReportRequest request, Parameter grouping) {
    List<Column> columns() {
        return by().isCustomer()
                ? List.of(
                        column("code", "ledger.report.code", Column.Kind.TEXT),
                        column("name", "ledger.report.customer", Column.Kind.TEXT))
                : List.of(
                        new Column("name", grouping.labelOf(by().value()), null, Column.Kind.TEXT, true),
                        column("customers", "ledger.report.column.customers", Column.Kind.COUNT));
    }

    /** A customer leads to its file, all others to their customers in the same report. */
    List<Cell> cells(GroupedLine line) {
        var code = line.code();
        if (by().isCustomer()) {
            return code == null
                    ? List.of(Cell.of(null), Cell.of(line.label()))
                    : List.of(Cell.of(code), Cell.link(line.label(), Links.customer(request.company(), code)));
        }
        var label = label(line);
        var only = only(line);
        var customers = Cell.of(line.customers());
        if (only.isEmpty()) {
            return List.of(Cell.of(label), customers);
        }
        return List.of(Cell.link(label, ungrouped().linkTo(report, only)), customers);
    }

    List<Cell> totals(GroupedLine.Answer answer) {
        return totals(answer.totals().customers());
    }

    /** @param customers number of all of them */
    List<Cell> totals(long customers) {
        var total = Cell.of(request.page().text("ledger.report.total"));
        return by().isCustomer()
                ? List.of(total, Cell.of(request.page().text("ledger.report.customers", customers)))
                : List.of(total, Cell.of(customers));
    }

    boolean isOfCustomers() {
        return by().isCustomer();
    }

    /** The same question about single customers. */
    ReportRequest ungrouped() {
        var others = new HashSet<>(request.filters().keySet());
        others.remove(Grouping.NAME);
        return request.keeping(others);
    }

    /** The filter that chooses what a line stands for; empty where there is none. */
    Map<String, String> only(GroupedLine line) {
        var code = line.code();
        if (code != null) {
            return Map.of(by().value(), code);
        }
        return by().isCustomer() ? Map.of() : Map.of(by().value(), Slice.NONE);
    }

    /** The statement of a customer; null for lines that stand for several. */
    @Nullable
    String statement(GroupedLine line, String show) {
        var code = line.code();
        return code == null || !by().isCustomer() ? null : Links.statement(request, code, show);
    }

    private String label(GroupedLine line) {
        var label = line.label();
        if (label == null) {
            return request.page().text("ledger.report.none");
        }
        return by().isCountry()
                ? Locale.of("", label).getDisplayCountry(request.page().language())
                : label;
    }

    private GroupBy by() {
        return GroupBy.of(request);
    }

    private Column column(String key, String label, Column.Kind kind) {
        return new Column(key, request.page().text(label), null, kind, true);
    }
}
