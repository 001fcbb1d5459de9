package io.dunlin.reporting;

import io.dunlin.tenancy.Company;
import io.dunlin.web.Page;
import java.time.LocalDate;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a block of the Overview is asked.
 *
 * @param asOf the end of this day is looked at
 * @param page how texts, numbers and dates are written for the one who asks
 */
public record BlockRequest(Company company, LocalDate asOf, Page page) {
    /** Address of a report of the same company as of the same day. */
    public String linkTo(String report) {
        return UriComponentsBuilder.fromPath("/reports/" + report)
                .queryParam("company", company.code())
                .queryParam("asOf", asOf)
                .encode()
                .toUriString();
    }

    /** ISO code of the company's currency. */
    public String currency() {
        return company.currency().getCurrencyCode();
    }
}
