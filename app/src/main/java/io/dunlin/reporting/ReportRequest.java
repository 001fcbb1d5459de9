package io.dunlin.reporting;

import io.dunlin.tenancy.Company;
import io.dunlin.web.Page;
import io.dunlin.web.TableRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a report is asked: every part stands in the address.
 *
 * @param asOf the end of this day is looked at
 * @param table search, order and page of the rows
 * @param parameters what the report can be asked besides; empty where nobody chooses
 * @param filters values of these parameters by name, each one known to the report
 * @param page how texts, numbers and dates are written for the one who asks
 */
public record ReportRequest(
        Company company,
        LocalDate asOf,
        TableRequest table,
        List<Parameter> parameters,
        Map<String, List<String>> filters,
        Page page) {
    public ReportRequest {
        parameters = List.copyOf(parameters);
        filters = Map.copyOf(filters);
    }

    /** The values of a filter; empty where nothing was chosen. */
    public List<String> values(String name) {
        return filters.getOrDefault(name, List.of());
    }

    /** The only value of a filter; null where nothing was chosen. */
    public @Nullable String value(String name) {
        var values = values(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    /** The same question as of another day. */
    public ReportRequest at(LocalDate day) {
        return new ReportRequest(company, day, table, parameters, filters, page);
    }

    /** The same question with only these of its filters: what another report understands. */
    public ReportRequest keeping(Set<String> names) {
        var kept = new HashMap<>(filters);
        kept.keySet().retainAll(names);
        return new ReportRequest(company, asOf, table, parameters, kept, page);
    }

    /** Address of a report of the same company as of the same day and with the same filters, some of them changed. */
    public String linkTo(String report, Map<String, String> changed) {
        var parameters = new TreeMap<>(filters);
        changed.forEach((name, value) -> parameters.put(name, List.of(value)));
        var address = UriComponentsBuilder.fromPath("/reports/" + report)
                .queryParam("company", company.code())
                .queryParam("asOf", asOf);
        parameters.forEach((name, values) -> address.queryParam(name, values.toArray()));
        return address.encode().toUriString();
    }
}
