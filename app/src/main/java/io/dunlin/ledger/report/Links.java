package io.dunlin.ledger.report;

import io.dunlin.ledger.CustomerChoice;
import io.dunlin.ledger.ItemId;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.tenancy.Company;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the names and amounts in reports lead. */
final class Links {
    private static final Set<String> FILTERS_OF_AGEING = Stream.concat(
                    Stream.of(AgeingBalance.CREDITS, AgeingBalance.KINDS, Slice.CUSTOMER_CODE, Slice.SALES_MANAGER),
                    CustomerChoice.NAMES.stream())
            .collect(Collectors.toUnmodifiableSet());

    private Links() {}

    static String item(ItemId item) {
        return "/items/" + item;
    }

    static String customer(Company company, String code) {
        return UriComponentsBuilder.fromPath("/customers")
                .pathSegment(company.code(), code)
                .encode()
                .toUriString();
    }

    /** The list of customers with something overdue; null where it is about another day than today. */
    static @Nullable String overdueCustomers(BlockRequest request, Clock clock) {
        return request.asOf().equals(request.company().today(clock))
                ? request.linkTo(UriComponentsBuilder.fromPath("/customers").queryParam("overdue", 1))
                : null;
    }

    /** The search over the items of the same customers; it knows the present day only. */
    static String items(ReportRequest request) {
        var address = UriComponentsBuilder.fromPath("/items").queryParam("status", "open");
        request.keeping(CustomerChoice.NAMES)
                .filters()
                .forEach((name, values) -> address.queryParam(name, values.toArray()));
        return address.encode().toUriString();
    }

    /** @param show {@code all} or {@code cleared} items of its statement */
    static String statement(ReportRequest request, String customer, String show) {
        return customer(request.company(), customer) + "?show=" + show + "&asOf=" + request.asOf();
    }

    /** The ageing at the end of a day, of the same customers and items. */
    static String ageing(ReportRequest request, LocalDate day, Map<String, String> more) {
        return request.at(day).keeping(FILTERS_OF_AGEING).linkTo("ageing", more);
    }
}
