package io.dunlin.ledger.report;

import io.dunlin.ledger.PaymentProfiles;
import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.ReportResult;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How many customers pay well and how many badly, what they owe, and how that has gone. */
@Component
class PaymentProfileReport extends PeriodReport<ProfileEntries> {
    static final String MEASURE = "measure";
    static final String AMOUNT = "amount";
    static final String SHAPE = "shape";
    static final String LINES = "lines";

    private final PaymentProfiles profiles;
    private final ProfileNotices notices;
    private final Slices slices;
    private final ProfileLists lists;

    PaymentProfileReport(
            GroupedLines lines, PaymentProfiles profiles, ProfileNotices notices, Slices slices, ProfileLists lists) {
        super(lines);
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
        var answer = answer(request, entries);
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
                        table.of(answer, code(), request.table()),
                        List.of(section.of(answer.totals())),
                        notices.of(entries, answer.totals(), request))
                .withLinks(words.links());
    }

    @Override
    PaymentProfileTable table(ReportRequest request, ProfileEntries entries) {
        var wording = new Wording(request, textKey());
        return new PaymentProfileTable(
                new ProfileNames(entries, wording),
                new LineHead(code(), request, slices.ofCustomers(request.page())),
                wording);
    }

    @Override
    ProfileEntries entries(ReportRequest request) {
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
