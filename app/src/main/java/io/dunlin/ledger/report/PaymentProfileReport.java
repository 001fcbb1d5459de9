package io.dunlin.ledger.report;

import io.dunlin.ledger.PaymentProfiles;
import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.Report;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.ReportResult;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Page;
import io.dunlin.web.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How many customers pay well and how many badly, what they owe, and how that has gone. */
@Component
class PaymentProfileReport implements Report {
    static final String MEASURE = "measure";
    static final String AMOUNT = "amount";
    static final String SHAPE = "shape";
    static final String LINES = "lines";

    private final GroupedLines lines;
    private final PaymentProfiles profiles;
    private final ProfileNotices notices;
    private final Slices slices;
    private final ProfileLists lists;

    PaymentProfileReport(
            GroupedLines lines, PaymentProfiles profiles, ProfileNotices notices, Slices slices, ProfileLists lists) {
        this.lines = lines;
        this.profiles = profiles;
        this.notices = notices;
        this.slices = slices;
        this.lists = lists;
    }

    @Override
    public String code() {
        return "payment-profiles";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public String textKey() {
        return "ledger.report.profiles";
    }

    @Override
    public List<Parameter> parameters(Company company, Page page) {
        var parameters = new ArrayList<>(List.of(choice(page, MEASURE, "customers", AMOUNT)));
        parameters.addAll(Periods.parameters(page));
        parameters.add(choice(page, SHAPE, "bars", LINES));
        parameters.add(slices.ofCustomers(page));
        // A profile is of the customer, not of some of its items.
        slices.filters(company, page).stream()
                .filter(filter -> !filter.name().equals(Slice.SALES_MANAGER))
                .forEach(parameters::add);
        return parameters;
    }

    @Override
    public ReportResult run(ReportRequest request) {
        var entries = entries(request);
        var answer = lines.answer(entries, entries.by(), request.table());
        var table = table(request, entries);
        var wording = new Wording(request, textKey());
        var names = new ProfileNames(entries, wording);
        var words = new PaymentProfileWords(names, wording);
        var diagrams = new ProfileDiagrams(names, wording);
        var section = new ProfileSection(names, wording, lists.of(request, names));
        return new ReportResult(
                        words.lead(answer.totals()),
                        words.tiles(answer.totals()),
                        List.of(diagrams.distribution(answer.totals()), diagrams.evolution(answer.totals())),
                        new Table(
                                code(),
                                table.columns(),
                                answer.lines().stream().map(table::cells).toList(),
                                table.totals(answer),
                                answer.count(),
                                request.table()),
                        List.of(section.of(answer.totals())),
                        notices.of(entries, answer.totals(), request))
                .withLinks(words.links());
    }

    @Override
    public List<Column> columns(ReportRequest request) {
        return table(request, entries(request)).columns();
    }

    @Override
    public void each(ReportRequest request, Consumer<List<Cell>> reader) {
        var entries = entries(request);
        var table = table(request, entries);
        lines.each(entries, entries.by(), request.table(), line -> reader.accept(table.cells(line)));
    }

    private PaymentProfileTable table(ReportRequest request, ProfileEntries entries) {
        var wording = new Wording(request, textKey());
        return new PaymentProfileTable(
                new ProfileNames(entries, wording),
                new LineHead(code(), request, slices.ofCustomers(request.page())),
                wording);
    }

    private ProfileEntries entries(ReportRequest request) {
        return new ProfileEntries(
                request.company(), Periods.of(request), profiles.now(), Slice.of(request), GroupBy.of(request));
    }

    private static Parameter choice(Page page, String name, String... values) {
        return new Parameter(
                name,
                page.text("ledger.report.filter." + name),
                Parameter.Kind.ONE,
                Stream.of(values)
                        .map(value ->
                                new Parameter.Choice(value, page.text("ledger.report.profiles." + name + "." + value)))
                        .toList());
    }
}
