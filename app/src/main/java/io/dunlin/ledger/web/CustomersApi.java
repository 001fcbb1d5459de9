package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerAddress;
import io.dunlin.ledger.CustomerFiles;
import io.dunlin.ledger.Customers;
import io.dunlin.ledger.Statements;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers and their items as JSON. */
@RestController
@RequestMapping("/api/v1/customers")
@Requires(Right.SEE_CUSTOMERS)
@Tag(name = "Customers", description = "Who owes what. In paths, a slash inside a code is written ~2F.")
class CustomersApi {
    private final Customers customers;
    private final CustomerFiles files;
    private final Statements statements;
    private final ApiCompanies companies;
    private final Clock clock;

    CustomersApi(Customers customers, CustomerFiles files, Statements statements, ApiCompanies companies, Clock clock) {
        this.customers = customers;
        this.files = files;
        this.statements = statements;
        this.companies = companies;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Customers of a company, 50 a page, with the totals of the filtered set")
    ApiCustomers.Page list(
            @Parameter(description = "Code of the company; by default the one the user has chosen")
                    @RequestParam(required = false)
                    @Nullable
                    String company,
            @Parameter(description = "Words that name or code contain") @RequestParam(required = false) @Nullable
                    String q,
            @Parameter(description = "Only customers with an overdue balance") @RequestParam(defaultValue = "false")
                    boolean overdue,
            @Parameter(description = "Only blocked customers") @RequestParam(defaultValue = "false") boolean blocked,
            @Parameter(description = "Only members of the group with this name")
                    @RequestParam(required = false)
                    @Nullable
                    String group,
            @Parameter(
                            description =
                                    "code, name, city, receivable, overdue, overduePercent, oldest, delay or debtor; by default the largest overdue first")
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @Parameter(description = "asc or desc") @RequestParam(required = false) @Nullable String dir,
            @Parameter(description = "From 1") @RequestParam(defaultValue = "1") String page) {
        var asked = new LinkedHashMap<String, String>();
        putIfGiven(asked, "q", q);
        putIfGiven(asked, "group", group);
        putIfGiven(asked, "sort", sort);
        putIfGiven(asked, "dir", dir);
        putIfGiven(asked, "page", page);
        putIfGiven(asked, "overdue", overdue ? "1" : null);
        putIfGiven(asked, "blocked", blocked ? "1" : null);
        var query = CustomersQuery.of(asked);
        var chosen = companies.get(company);
        return ApiCustomers.page(chosen, customers.list(chosen, query.filter(), query.request()), query.request());
    }

    @GetMapping("/{company}/{code}")
    @Operation(summary = "One customer with its figures")
    ApiCustomers.Customer show(
            @Parameter(description = "Code of the company") @PathVariable String company,
            @Parameter(description = "Code of the customer") @PathVariable String code) {
        return ApiCustomers.customer(files.get(company(company), CustomerAddress.code(code)));
    }

    @GetMapping("/{company}/{code}/items")
    @Operation(summary = "Items of the customer as they stood on a day; at most 1,000, open ones by default")
    ApiCustomers.Items items(
            @Parameter(description = "Code of the company") @PathVariable String company,
            @Parameter(description = "Code of the customer") @PathVariable String code,
            @Parameter(description = "yyyy-MM-dd; by default today") @RequestParam(required = false) @Nullable
                    String asOf,
            @Parameter(description = "open, all or cleared") @RequestParam(required = false) @Nullable String show) {
        var file = files.get(company(company), CustomerAddress.code(code));
        var asked = new LinkedHashMap<String, String>();
        putIfGiven(asked, "asOf", asOf);
        putIfGiven(asked, "show", show);
        var query = StatementQuery.of(asked, file.company().today(clock));
        return ApiCustomers.items(statements.of(file.id(), query.asOf(), query.shown()));
    }

    private Company company(String segment) {
        return companies.get(CustomerAddress.code(segment));
    }

    private static void putIfGiven(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null) {
            asked.put(name, value);
        }
    }
}
