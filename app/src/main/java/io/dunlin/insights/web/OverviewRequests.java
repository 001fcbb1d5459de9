package io.dunlin.insights.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.Reports;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentCompany;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Component;

/** Reads the address of the Overview. */
@Component
class OverviewRequests {
    private static final int EARLIEST = 1900;

    private final Companies companies;
    private final CurrentCompany current;
    private final Reports reports;
    private final Clock clock;

    OverviewRequests(Companies companies, CurrentCompany current, Reports reports, Clock clock) {
        this.companies = companies;
        this.current = current;
        this.reports = reports;
        this.clock = clock;
    }

    /** @param asOf what is not a date counts as today */
    BlockRequest read(String asOf) {
        return request(current.get(), asOf);
    }

    /** About the company of the page, even if another one was chosen since. */
    BlockRequest read(String company, String asOf) {
        return request(
                companies.find(company).orElseThrow(() -> new Rejected("insights.company.closed", company)), asOf);
    }

    boolean isToday(BlockRequest request) {
        return request.asOf().equals(request.company().today(clock));
    }

    private BlockRequest request(Company company, String asOf) {
        return new BlockRequest(company, day(company, asOf), reports.page());
    }

    private LocalDate day(Company company, String asOf) {
        try {
            var day = LocalDate.parse(asOf);
            if (day.getYear() >= EARLIEST && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // Answered below, as a day too far away.
        }
        return company.today(clock);
    }
}
