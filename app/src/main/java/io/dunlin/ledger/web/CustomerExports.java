package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.Customers;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of customers and statements as files: exactly what the page shows, over all its pages. */
@Controller
@Requires(Right.EXPORT)
class CustomerExports {
    private static final String FORMAT = "{format:xlsx|csv}";

    private final Customers customers;
    private final CurrentCompany company;
    private final CustomersTable table;
    private final StatementFiles statements;
    private final CustomerFilePage page;

    CustomerExports(
            Customers customers,
            CurrentCompany company,
            CustomersTable table,
            StatementFiles statements,
            CustomerFilePage page) {
        this.customers = customers;
        this.company = company;
        this.table = table;
        this.statements = statements;
        this.page = page;
    }

    @GetMapping("/customers/export." + FORMAT)
    void customers(
            @PathVariable String format, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        var query = CustomersQuery.of(parameters);
        var chosen = company.get();
        try (var file = open(format, "customers-" + chosen.code(), response)) {
            file.row(table.columns(chosen).stream().map(CustomerExports::head).toList());
            customers.each(chosen, query.filter(), query.request(), line -> {
                try {
                    file.row(values(table.cells(chosen, line)));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }

    @GetMapping("/customers/{company}/{code}/statement." + FORMAT)
    void statement(
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        var customer = page.file(company, code);
        try (var file = open(format, "statement-" + customer.details().code(), response)) {
            statements.write(customer, parameters, file);
        }
    }

    private static ListFile open(String format, String name, HttpServletResponse response) throws IOException {
        response.setContentType(ListFile.mediaType(format));
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + "." + format + "\"");
        return ListFile.of(format, response.getOutputStream());
    }

    private static String head(Column column) {
        return column.unit() == null ? column.label() : column.label() + ", " + column.unit();
    }

    private static List<@Nullable Object> values(List<Cell> cells) {
        return Arrays.asList(cells.stream().map(Cell::value).toArray());
    }
}
