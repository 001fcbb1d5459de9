package io.dunlin.reporting;

import io.dunlin.kernel.NotFound;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Page;
import io.dunlin.web.TableRequest;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewers;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All reports of the product. Other modules ask here when they show a report among their own, such as the one of a single customer. */
@Component
public class Reports {
    private final Map<String, Report> byCode;
    private final List<Report> inOrder;
    private final Viewers viewers;
    private final Texts texts;

    public Reports(List<Report> reports, Viewers viewers, Texts texts) {
        this.byCode = reports.stream().collect(Collectors.toUnmodifiableMap(Report::code, Function.identity()));
        this.inOrder = reports.stream()
                .sorted(Comparator.comparingInt(Report::order).thenComparing(Report::code))
                .toList();
        this.viewers = viewers;
        this.texts = texts;
    }

    public List<Report> all() {
        return inOrder;
    }

    public Report get(String code) {
        var report = byCode.get(code);
        if (report == null) {
            throw new NotFound("Report", code);
        }
        return report;
    }

    /** The report about one customer only: what its file shows. The first page of rows in the report's own order. */
    public ReportResult ofCustomer(String report, Company company, String customerCode, LocalDate asOf) {
        return get(report)
                .run(new ReportRequest(
                        company,
                        asOf,
                        TableRequest.of(null, null, null, null),
                        List.of(),
                        Map.of("customer", List.of(customerCode)),
                        page()));
    }

    /** How texts, numbers and dates are written for the one who asks now. */
    public Page page() {
        return new Page(viewers.current(), texts, "", "", List.of());
    }
}
