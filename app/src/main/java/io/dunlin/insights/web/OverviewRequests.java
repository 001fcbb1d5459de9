package io.dunlin.insights.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.CustomerChoices;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.Reports;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentCompany;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the address of the Overview. */
@Component
class OverviewRequests {
    private static final int EARLIEST = 1900;

    private final Companies companies;
    private final CurrentCompany current;
    private final Reports reports;
    private final CustomerChoices choices;
    private final Clock clock;

    OverviewRequests(
            Companies companies, CurrentCompany current, Reports reports, CustomerChoices choices, Clock clock) {
        this.companies = companies;
        this.current = current;
        this.reports = reports;
        this.choices = choices;
        this.clock = clock;
    }

    /** What is not a date counts as today. */
    BlockRequest read(OverviewAddress address) {
        return request(current.get(), address);
    }

    /** About the company of the page, even if another one was chosen since. */
    BlockRequest read(String company, OverviewAddress address) {
        return request(
                companies.find(company).orElseThrow(() -> new Rejected("insights.company.closed", company)), address);
    }

    boolean isToday(BlockRequest request) {
        return request.asOf().equals(request.company().today(clock));
    }

    /** What the customers can be narrowed to. */
    List<Parameter> parameters(BlockRequest request) {
        return choices.parameters(request.company(), request.page());
    }

    private BlockRequest request(Company company, OverviewAddress address) {
        return new BlockRequest(company, day(company, address.asOf()), address.filters(), reports.page());
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
