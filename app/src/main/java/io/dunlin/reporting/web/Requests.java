package io.dunlin.reporting.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.Report;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.Reports;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.TableRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Reads the address of a report: checks every parameter against what the report understands. */
@Component
class Requests {
    private static final List<String> COMMON =
            List.of("company", "asOf", "q", "sort", "dir", "page", "size", "columns");
    static final int LARGEST_PAGE = 1000;

    private final Companies companies;
    private final CurrentCompany current;
    private final Reports reports;
    private final Clock clock;

    Requests(Companies companies, CurrentCompany current, Reports reports, Clock clock) {
        this.companies = companies;
        this.current = current;
        this.reports = reports;
        this.clock = clock;
    }

    /** Throws {@link BadParameter} for the first parameter that is not understood. */
    ReportRequest read(Report report, MultiValueMap<String, String> parameters) {
        var page = reports.page();
        var company = company(parameters.getFirst("company"));
        var known = report.parameters(company, page);
        return new ReportRequest(
                company,
                date(parameters.getFirst("asOf"), company),
                table(parameters),
                known,
                filters(known, parameters),
                page);
    }

    /** As {@link #read}, but what is not understood counts as not given: a page shows something rather than nothing. Only a company that is not there is refused. */
    ReportRequest readKindly(Report report, MultiValueMap<String, String> parameters) {
        var understood = new LinkedMultiValueMap<>(parameters);
        for (var tries = 0; tries <= parameters.size(); tries++) {
            try {
                return read(report, understood);
            } catch (BadParameter bad) {
                if (bad.parameter().equals("company")) {
                    // Figures of another company than the one asked for would be taken for its own.
                    throw new Rejected("reporting.company.closed", bad.value());
                }
                understood.remove(bad.parameter());
            }
        }
        throw new IllegalStateException("An address without parameters was not understood");
    }

    /** Whether it is about the company in the top bar. */
    boolean isChosen(ReportRequest request) {
        return request.company().id().equals(current.get().id());
    }

    private Company company(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return current.get();
        }
        return companies
                .find(code)
                .orElseThrow(() -> new BadParameter(
                        "company",
                        code,
                        "reporting.bad.oneOf",
                        String.join(
                                ", ",
                                companies.all().stream().map(Company::code).toList())));
    }

    private LocalDate date(@Nullable String text, Company company) {
        if (text == null || text.isBlank()) {
            return company.today(clock);
        }
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeParseException notADate) {
            // Answered below, as a date too far away.
        }
        throw new BadParameter(
                "asOf", text, "reporting.bad.date", company.today(clock).toString());
    }

    private static TableRequest table(MultiValueMap<String, String> parameters) {
        var asked = TableRequest.of(
                parameters.getFirst("q"),
                parameters.getFirst("sort"),
                parameters.getFirst("dir"),
                number(parameters, "page", 1, Integer.MAX_VALUE / LARGEST_PAGE));
        return new TableRequest(
                        asked.text(),
                        asked.sort(),
                        asked.descending(),
                        asked.number(),
                        number(parameters, "size", TableRequest.PAGE_SIZE, LARGEST_PAGE))
                .withColumns(parameters.getFirst("columns"));
    }

    private static int number(MultiValueMap<String, String> parameters, String name, int otherwise, int largest) {
        var text = parameters.getFirst(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (text.matches("\\d{1,9}")) {
            var number = Integer.parseInt(text);
            if (number >= 1 && number <= largest) {
                return number;
            }
        }
        throw new BadParameter(name, text, "reporting.bad.number", "1 \u2013 " + largest);
    }

    private static Map<String, List<String>> filters(List<Parameter> known, MultiValueMap<String, String> parameters) {
        var names = new TreeSet<>(COMMON);
        known.forEach(parameter -> names.add(parameter.name()));
        parameters.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadParameter(
                            name,
                            String.valueOf(parameters.getFirst(name)),
                            "reporting.bad.unknown",
                            String.join(", ", names));
                });
        var filters = new HashMap<String, List<String>>();
        for (var parameter : known) {
            var values = given(parameter, parameters);
            if (!values.isEmpty()) {
                filters.put(parameter.name(), values);
            }
        }
        return filters;
    }

    private static List<String> given(Parameter parameter, MultiValueMap<String, String> parameters) {
        var given = new ArrayList<String>();
        for (var text : parameters.getOrDefault(parameter.name(), List.of())) {
            for (var value : parameter.choices().isEmpty() ? List.of(text) : List.of(text.split(","))) {
                if (!value.isBlank()) {
                    given.add(value.strip());
                }
            }
        }
        if (!parameter.choices().isEmpty()) {
            var allowed =
                    parameter.choices().stream().map(Parameter.Choice::value).toList();
            given.stream().filter(value -> !allowed.contains(value)).findFirst().ifPresent(value -> {
                throw new BadParameter(parameter.name(), value, "reporting.bad.oneOf", String.join(", ", allowed));
            });
        }
        return parameter.takesSeveral() || given.size() < 2 ? given : given.subList(0, 1);
    }
}
