package io.dunlin.reporting;

import io.dunlin.tenancy.Company;
import io.dunlin.web.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a block of the Overview is asked.
 *
 * @param asOf the end of this day is looked at
 * @param filters which customers are looked at: parameters of addresses, the same for all blocks and reports
 * @param page how texts, numbers and dates are written for the one who asks
 */
public record BlockRequest(Company company, LocalDate asOf, Map<String, List<String>> filters, Page page) {
    public BlockRequest {
        filters = Map.copyOf(filters);
    }

    /** About all customers. */
    public BlockRequest(Company company, LocalDate asOf, Page page) {
        this(company, asOf, Map.of(), page);
    }

    /** Whether not all customers are looked at. */
    public boolean isNarrow() {
        return !filters.isEmpty();
    }

    /** Address of a report of the same company and customers as of the same day. */
    public String linkTo(String report) {
        return linkTo(UriComponentsBuilder.fromPath("/reports/" + report)
                .queryParam("company", company.code())
                .queryParam("asOf", asOf));
    }

    /** The address with the filters, for a list of the same customers. */
    public String linkTo(UriComponentsBuilder address) {
        new TreeMap<>(filters).forEach((name, values) -> address.queryParam(name, values.toArray()));
        return address.encode().toUriString();
    }

    /** ISO code of the company's currency. */
    public String currency() {
        return company.currency().getCurrencyCode();
    }
}
