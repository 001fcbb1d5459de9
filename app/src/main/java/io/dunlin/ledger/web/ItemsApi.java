package io.dunlin.ledger.web;

import io.dunlin.criteria.BadCriteria;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.FoundItems;
import io.dunlin.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search over items as JSON. */
@RestController
@RequestMapping("/api/v1/items")
@Requires(Right.SEE_CUSTOMERS)
@Tag(
        name = "Items",
        description = "Invoices, credit notes, payments and all else that customers’ accounts are made of.")
class ItemsApi {
    private final FoundItems items;
    private final ApiCompanies companies;
    private final Labels labels;

    ItemsApi(FoundItems items, ApiCompanies companies, Labels labels) {
        this.items = items;
        this.companies = companies;
        this.labels = labels;
    }

    @GetMapping
    @Operation(
            summary =
                    "Items of a company, 50 a page, with the totals of the filtered set by currency; amounts of items are in their own currency")
    ApiItems.Page list(
            @Parameter(description = "Code of the company; by default the one the user has chosen")
                    @RequestParam(required = false)
                    @Nullable
                    String company,
            @Parameter(
                            description =
                                    "Words that number, unique identifier, purchase order, or name or code of the customer contain")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(description = "open, overdue, cleared or all; by default open, with criteria all")
                    @RequestParam(required = false)
                    @Nullable
                    String status,
            @Parameter(description = "Only of members of a group with one of these numbers; - for those in no group")
                    @RequestParam(defaultValue = "")
                    List<String> customerGroup,
            @Parameter(
                            description =
                                    "Only of customers of one of these collectors: numbers of users, me, - for nobody's")
                    @RequestParam(defaultValue = "")
                    List<String> collector,
            @Parameter(
                            description =
                                    "Only of customers with one of these colleagues: numbers of users, me, - for nobody")
                    @RequestParam(defaultValue = "")
                    List<String> colleague,
            @Parameter(description = "Only of customers of one of these countries: ISO codes, - for none")
                    @RequestParam(defaultValue = "")
                    List<String> country,
            @Parameter(
                            description =
                                    "Only items that meet these criteria, as in the address of the list of items: item.openAmount.between(1000,),!customer.country.oneOf(FR) or search(12)")
                    @RequestParam(required = false)
                    @Nullable
                    String c,
            @Parameter(
                            description =
                                    "Further columns, by commas: codes of /api/v1/indicators, those about items without their \"item.\"; each line has their values under columns, those that are unknown left out")
                    @RequestParam(required = false)
                    @Nullable
                    String columns,
            @Parameter(
                            description =
                                    "number, kind, customer.code, customer.name, issueDate, dueDate, daysOverdue, originalAmount, openAmount, currency, amount (open in the company's currency), clearedOn, purchaseOrder or a further column; by default the oldest due date first, of cleared ones the latest")
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @Parameter(description = "asc or desc") @RequestParam(required = false) @Nullable String dir,
            @Parameter(description = "From 1") @RequestParam(defaultValue = "1") String page,
            @Parameter(description = "1: count and add up also more than 200,000 items")
                    @RequestParam(required = false)
                    @Nullable
                    String whole,
            @Parameter(
                            name = "field1",
                            in = ParameterIn.QUERY,
                            description =
                                    "Values of the customers' first own field, - for none; field2 to field12 alike",
                            array = @ArraySchema(schema = @Schema(implementation = String.class)))
                    @RequestParam
                    MultiValueMap<String, String> all) {
        var query = ItemsQuery.of(all);
        var chosen = companies.get(company);
        var found = query.isWhole()
                ? items.whole(chosen, query.filter(), query.request())
                : items.list(chosen, query.filter(), query.request());
        return ApiItems.page(chosen, found, query.request());
    }

    @ExceptionHandler
    ProblemDetail answer(BadCriteria bad) {
        return CriteriaProblem.of(bad, labels);
    }
}
