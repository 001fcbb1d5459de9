package io.dunlin.ledger.report;

import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.ReportResult;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How the overdue amount and its share of the receivable have gone, week by week or month by month. */
@Component
class OverdueTrend extends PeriodReport<OverdueEntries> {
    static final String MORE_THAN = "moreThan";
    private static final List<Integer> DAYS = List.of(0, 30, 60, 90);

    private final Ageings ageings;
    private final LedgerStart start;
    private final Slices slices;

    OverdueTrend(GroupedLines lines, Ageings ageings, LedgerStart start, Slices slices) {
        super(lines);
        this.ageings = ageings;
        this.start = start;
        this.slices = slices;
    }

    @Override
    public String code() {
        return "overdue-trend";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String textKey() {
        return "ledger.report.trend";
    }

    @Override
    public boolean isOnOverview() {
        return true;
    }

    @Override
    public List<Parameter> parameters(Company company, Page page) {
        var parameters = new ArrayList<>(Periods.parameters(page));
        parameters.add(new Parameter(
                MORE_THAN,
                page.text("ledger.report.filter.moreThan"),
                Parameter.Kind.ONE,
                DAYS.stream()
                        .map(days -> new Parameter.Choice(
                                days.toString(),
                                days == 0
                                        ? page.text("ledger.report.moreThan.0")
                                        : page.text("ledger.report.moreThan.days", days)))
                        .toList()));
        parameters.add(slices.grouping(page));
        parameters.addAll(AgeingBalance.filters(company, page, slices));
        return parameters;
    }

    @Override
    public ReportResult run(ReportRequest request) {
        var entries = entries(request);
        var answer = answer(request, entries);
        var table = table(request, entries);
        var words = new OverdueTrendWords(entries, new Wording(request, textKey()));
        return new ReportResult(
                        words.lead(answer.totals()),
                        words.tiles(answer.totals()),
                        List.of(words.diagram(answer.totals())),
                        table.of(answer, code(), request.table()),
                        List.of(table.periods(answer.totals())),
                        notices(entries, answer.totals(), request))
                .withLinks(List.of(words.situation()));
    }

    private List<String> notices(OverdueEntries entries, GroupedLine totals, ReportRequest request) {
        var periods = entries.periods();
        var first = periods.first().to();
        var history = Notices.history(start.of(request.company(), first, first), first, request);
        var lastMissing = periods.all().stream()
                .filter(period ->
                        totals.amount(OverdueEntries.unconverted(period)).signum() > 0)
                .reduce((earlier, later) -> later);
        if (lastMissing.isEmpty()) {
            return history;
        }
        var day = lastMissing.get().to();
        var question = new AgeingQuestion(
                request.company(),
                day,
                entries.question().credits(),
                entries.question().kinds(),
                entries.question().slice());
        return Stream.concat(
                        Notices.unconverted(ageings.unconverted(question), request.at(day)).stream(), history.stream())
                .toList();
    }

    @Override
    OverdueTrendTable table(ReportRequest request, OverdueEntries entries) {
        return new OverdueTrendTable(
                entries,
                new LineHead(code(), request, slices.grouping(request.page())),
                new Wording(request, textKey()));
    }

    @Override
    OverdueEntries entries(ReportRequest request) {
        var moreThan = request.value(MORE_THAN);
        return new OverdueEntries(
                AgeingBalance.question(request),
                Periods.of(request),
                moreThan == null ? 0 : Integer.parseInt(moreThan),
                GroupBy.of(request));
    }
}
