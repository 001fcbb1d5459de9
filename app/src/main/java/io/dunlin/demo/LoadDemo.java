package io.dunlin.demo;

import io.dunlin.intake.DirectImports;
import io.dunlin.intake.Intake;
import io.dunlin.intake.Subject;
import io.dunlin.jobs.JobKind;
import io.dunlin.jobs.JobRun;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Creates the demo companies and brings their files in, oldest first. A run that died is cleared away by the next. */
@Component
class LoadDemo implements JobKind {
    static final String CODE = "demo.load";

    /** Months before today at whose ends files of items were written. */
    private static final List<Integer> FILES = List.of(12, 9, 6, 4, 3, 2, 1, 0);

    private static final List<String> CONTACT_HEADER = List.of(
            "customer_code", "last_name", "first_name", "job_title", "email", "phone", "contact_for_collection");
    private static final int STEPS = DemoCompany.values().length * (FILES.size() + 2);

    private final Companies companies;
    private final Intake intake;
    private final DirectImports imports;
    private final DemoRemainders remainders;
    private final Clock clock;

    LoadDemo(Companies companies, Intake intake, DirectImports imports, DemoRemainders remainders, Clock clock) {
        this.companies = companies;
        this.intake = intake;
        this.imports = imports;
        this.remainders = remainders;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void run(JobRun run) {
        var customers = run.payload().get("customers").asInt();
        run.step("demo.step.load");
        remainders.clear();
        remainders.addRates();
        for (var one : DemoCompany.values()) {
            var company = companies.get(companies.createDemo(one.code, one.title, one.currency, one.zone));
            load(one, company, new Portfolio(one, customers * one.share / 100, company.today(clock)), run);
        }
        run.result(Map.of("link", "/demo"));
    }

    private void load(DemoCompany one, Company company, Portfolio portfolio, JobRun run) {
        var done = one.ordinal() * (FILES.size() + 2);
        var today = company.today(clock);
        var rows = portfolio.customers().stream().map(DemoCustomer::row);
        bringIn(Subject.CUSTOMERS, "customers.csv", csv(DemoCustomer.HEADER, rows), company, today, run);
        run.progress(++done, STEPS);
        var contacts = csv(CONTACT_HEADER, portfolio.contacts().stream());
        bringIn(Subject.CONTACTS, "contacts.csv", contacts, company, today, run);
        run.progress(++done, STEPS);
        var after = LocalDate.MIN;
        for (var months : FILES) {
            var until = today.minusMonths(months);
            var from = after;
            var items = portfolio.items().stream()
                    .filter(item -> item.speaksIn(from, until))
                    .map(item -> item.row(until));
            bringIn(Subject.ITEMS, "items-" + until + ".csv", csv(DemoItem.HEADER, items), company, until, run);
            run.progress(++done, STEPS);
            after = until;
        }
    }

    private void bringIn(Subject subject, String file, String content, Company company, LocalDate asOf, JobRun run) {
        run.checkCancelled();
        var stream = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        imports.run(intake.receive(subject, file, stream, company, null), asOf, new PartOfRun(run));
    }

    private static String csv(List<String> header, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(header), rows)
                .map(row -> String.join(";", row))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
