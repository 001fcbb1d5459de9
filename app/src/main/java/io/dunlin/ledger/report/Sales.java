package io.dunlin.ledger.report;

import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.ReportResult;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What was sold to whom: invoices less credit notes by month of issue, compared with the year before. */
@Component
class Sales extends PeriodReport<SalesEntries> {
    static final String SHOW = "show";

    private final GroupedLines lines;
    private final LedgerStart start;
    private final Slices slices;

    Sales(GroupedLines lines, LedgerStart start, Slices slices) {
        super(lines);
        this.lines = lines;
        this.start = start;
        this.slices = slices;
    }

    @Override
    public String code() {
        return "sales";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String textKey() {
        return "ledger.report.sales";
    }

    @Override
    public boolean isOnOverview() {
        return true;
    }

    @Override
    public List<Parameter> parameters(Company company, Page page) {
        var parameters = new ArrayList<Parameter>();
        parameters.add(Periods.number(
                page.text("ledger.report.filter.months"),
                IntStream.rangeClosed(1, SalesQuestion.MONTHS)
                        .mapToObj(back -> SalesQuestion.MONTHS + 1 - back)
                        .toList()));
        parameters.add(choice(page, SHOW, "comparison", "months"));
        parameters.add(choice(page, SalesQuestion.TAX, "excluded", "included"));
        parameters.add(slices.grouping(page));
        parameters.addAll(slices.filters(company, page));
        return parameters;
    }

    @Override
    public ReportResult run(ReportRequest request) {
        var entries = entries(request);
        var answer = answer(request, entries);
        var table = table(request, entries);
        var words = new SalesWords(entries.question(), new Wording(request, textKey()));
        return new ReportResult(
                words.lead(answer.totals()),
                words.tiles(answer.totals()),
                List.of(words.diagram(answer.totals())),
                table.of(answer, code(), request.table()),
                List.of(),
                notices(entries, answer.totals(), words, request));
    }

    private List<String> notices(SalesEntries entries, GroupedLine totals, SalesWords words, ReportRequest request) {
        var notices = new ArrayList<String>();
        if (totals.amount(SalesEntries.UNCONVERTED).signum() > 0) {
            notices.addAll(Notices.unconverted(lines.unconverted(entries.unconverted()), request));
        }
        notices.addAll(words.taxNotice(totals));
        var first = entries.question().months().first().to();
        var known = start.of(
                request.company(), entries.question().yearBefore().first().from(), first);
        notices.addAll(Notices.history(known, first, request));
        notices.addAll(words.yearBeforeNotice(known));
        return notices;
    }

    @Override
    SalesTable table(ReportRequest request, SalesEntries entries) {
        return new SalesTable(
                entries.question(),
                entries.hasMonths(),
                new LineHead(code(), request, slices.grouping(request.page())),
                new Wording(request, textKey()));
    }

    @Override
    SalesEntries entries(ReportRequest request) {
        return new SalesEntries(SalesQuestion.of(request), "months".equals(request.value(SHOW)));
    }

    private static Parameter choice(Page page, String name, String... values) {
        return new Parameter(
                name,
                page.text("ledger.report.filter." + name),
                Parameter.Kind.ONE,
                List.of(values).stream()
                        .map(value -> new Parameter.Choice(value, page.text("ledger.report." + name + "." + value)))
                        .toList());
    }
}
