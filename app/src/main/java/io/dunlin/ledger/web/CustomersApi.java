package io.dunlin.ledger.web;

import io.dunlin.criteria.BadCriteria;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerAddress;
import io.dunlin.ledger.CustomerChoice;
import io.dunlin.ledger.CustomerFiles;
import io.dunlin.ledger.Customers;
import io.dunlin.ledger.Statements;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
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
    private final Labels labels;

    CustomersApi(
            Customers customers,
            CustomerFiles files,
            Statements statements,
            ApiCompanies companies,
            Clock clock,
            Labels labels) {
        this.customers = customers;
        this.files = files;
        this.statements = statements;
        this.companies = companies;
        this.clock = clock;
        this.labels = labels;
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
            @Parameter(description = "Only customers with something overdue") @RequestParam(defaultValue = "false")
                    boolean overdue,
            @Parameter(description = "Only blocked customers") @RequestParam(defaultValue = "false") boolean blocked,
            @Parameter(description = "Only members of the group with this name")
                    @RequestParam(required = false)
                    @Nullable
                    String group,
            @Parameter(description = "Only members of a group with one of these numbers; - for those in no group")
                    @RequestParam(defaultValue = "")
                    List<String> customerGroup,
            @Parameter(description = "Only customers of one of these collectors: numbers of users, me, - for nobody's")
                    @RequestParam(defaultValue = "")
                    List<String> collector,
            @Parameter(description = "Only customers with one of these colleagues: numbers of users, me, - for nobody")
                    @RequestParam(defaultValue = "")
                    List<String> colleague,
            @Parameter(description = "Only customers of one of these countries: ISO codes, - for none")
                    @RequestParam(defaultValue = "")
                    List<String> country,
            @Parameter(
                            description =
                                    "Only customers that meet these criteria, as in the address of the list of customers: customer.overdue.between(1000,),!customer.country.oneOf(FR) or search(12)")
                    @RequestParam(required = false)
                    @Nullable
                    String c,
            @Parameter(
                            description =
                                    "Further columns, by commas: notDue, credits ... or codes of /api/v1/indicators about customers (without their \"customer.\") and debtors; each line has their values under columns, those that are unknown left out")
                    @RequestParam(required = false)
                    @Nullable
                    String columns,
            @Parameter(
                            description =
                                    "code, name, city, receivable, overdue, overduePercent, oldest, delay, debtor or a further column; by default the largest overdue first")
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @Parameter(description = "asc or desc") @RequestParam(required = false) @Nullable String dir,
            @Parameter(description = "From 1") @RequestParam(defaultValue = "1") String page,
            @Parameter(
                            name = "field1",
                            in = ParameterIn.QUERY,
                            description =
                                    "Values of the customers' first own field, - for none; field2 to field12 alike",
                            array = @ArraySchema(schema = @Schema(implementation = String.class)))
                    @RequestParam
                    MultiValueMap<String, String> all) {
        var asked = new LinkedMultiValueMap<String, String>();
        all.forEach((name, values) -> {
            if (name.startsWith(CustomerChoice.FIELD)) {
                asked.addAll(name, values);
            }
        });
        asked.addAll(CustomerChoice.GROUP, customerGroup);
        asked.addAll(CustomerChoice.COLLECTOR, collector);
        asked.addAll(CustomerChoice.ASSOCIATED, colleague);
        asked.addAll(CustomerChoice.COUNTRY, country);
        putIfGiven(asked, "q", q);
        putIfGiven(asked, "group", group);
        putIfGiven(asked, CustomersQuery.CRITERIA, c);
        putIfGiven(asked, "columns", columns);
        putIfGiven(asked, "sort", sort);
        putIfGiven(asked, "dir", dir);
        putIfGiven(asked, "page", page);
        putIfGiven(asked, "overdue", overdue ? "1" : null);
        putIfGiven(asked, "blocked", blocked ? "1" : null);
        var query = CustomersQuery.of(asked);
        var chosen = companies.get(company);
        return ApiCustomers.page(chosen, customers.list(chosen, query.filter(), query.request()), query.request());
    }

    @ExceptionHandler
    ProblemDetail answer(BadCriteria bad) {
        return CriteriaProblem.of(bad, labels);
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
        var asked = new LinkedMultiValueMap<String, String>();
        putIfGiven(asked, "asOf", asOf);
        putIfGiven(asked, "show", show);
        var query = StatementQuery.of(asked.toSingleValueMap(), file.company().today(clock));
        return ApiCustomers.items(statements.of(file.id(), query.asOf(), query.shown()));
    }

    private Company company(String segment) {
        return companies.get(CustomerAddress.code(segment));
    }

    private static void putIfGiven(MultiValueMap<String, String> asked, String name, @Nullable String value) {
        if (value != null) {
            asked.set(name, value);
        }
    }
}
