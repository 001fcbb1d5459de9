package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.Customers;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Requires;
import io.dunlin.web.Selection;
import io.dunlin.web.TableDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of customers and statements as files: exactly what the page shows, over all its pages. */
@Controller
@Requires(Right.EXPORT)
class CustomerExports {
    private final Customers customers;
    private final CurrentCompany company;
    private final CustomersTable table;
    private final CustomerFilterWords words;
    private final StatementFiles statements;
    private final CustomerFilePage page;

    CustomerExports(
            Customers customers,
            CurrentCompany company,
            CustomersTable table,
            CustomerFilterWords words,
            StatementFiles statements,
            CustomerFilePage page) {
        this.customers = customers;
        this.company = company;
        this.table = table;
        this.words = words;
        this.statements = statements;
        this.page = page;
    }

    @GetMapping("/customers/export." + TableDownload.FORMAT)
    void customers(
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        send(CustomersQuery.of(parameters), format, response);
    }

    @PostMapping("/customers/selected." + TableDownload.FORMAT)
    void ticked(@PathVariable String format, @RequestParam Map<String, String> form, HttpServletResponse response)
            throws IOException {
        send(CustomersQuery.ticked(form), format, response);
    }

    private void send(CustomersQuery query, String format, HttpServletResponse response) throws IOException {
        var chosen = company.get();
        var shown = table.shown(chosen, query.request());
        new TableDownload(
                        "customers-" + chosen.code(),
                        chosen.name(),
                        shown.columns(),
                        reader -> customers.each(
                                chosen,
                                query.filter(),
                                query.request(),
                                line -> reader.accept(table.cells(chosen, line, shown))),
                        words.about(chosen, query))
                .withTotals(table.totals(chosen, customers.totals(chosen, query.filter(), query.request()), shown))
                .shownBy(query.request())
                .send(format, response);
    }

    @GetMapping("/customers/{company}/{code}/statement." + TableDownload.FORMAT)
    void statement(
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        statements.of(page.file(company, code), parameters).send(format, response);
    }

    @PostMapping("/customers/{company}/{code}/statement." + TableDownload.FORMAT)
    void tickedItems(
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam Map<String, String> form,
            HttpServletResponse response)
            throws IOException {
        statements
                .of(page.file(company, code), Selection.query(form).toSingleValueMap(), Selection.of(form))
                .send(format, response);
    }
}
