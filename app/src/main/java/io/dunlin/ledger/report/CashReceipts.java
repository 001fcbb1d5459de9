package io.dunlin.ledger.report;

import io.dunlin.ledger.ItemKind;
import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.ReportResult;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was paid, by week or month of clearing, and how early or late. */
@Component
class CashReceipts extends PeriodReport<ReceiptEntries> {
    private final GroupedLines lines;
    private final LedgerStart start;
    private final Slices slices;

    CashReceipts(GroupedLines lines, LedgerStart start, Slices slices) {
        super(lines);
        this.lines = lines;
        this.start = start;
        this.slices = slices;
    }

    @Override
    public String code() {
        return "cash-receipts";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String textKey() {
        return "ledger.report.receipts";
    }

    @Override
    public boolean isOnOverview() {
        return true;
    }

    @Override
    public List<Parameter> parameters(Company company, Page page) {
        var parameters = new ArrayList<>(Periods.parameters(page));
        parameters.add(slices.grouping(page));
        parameters.add(AgeingBalance.kinds(page));
        parameters.addAll(slices.filters(company, page));
        return parameters;
    }

    @Override
    public ReportResult run(ReportRequest request) {
        var entries = entries(request);
        var answer = answer(request, entries);
        var totals = answer.totals();
        var table = table(request, entries);
        var words = new CashReceiptsWords(entries, new Wording(request, textKey()));
        var notices = new ArrayList<String>();
        if (totals.amount(ReceiptEntries.UNCONVERTED).signum() > 0) {
            notices.addAll(Notices.unconverted(lines.unconverted(entries.unconverted()), request));
        }
        var first = entries.periods().first().to();
        notices.addAll(Notices.history(start.of(request.company(), first, first), first, request));
        return new ReportResult(
                words.lead(totals),
                words.tiles(totals),
                List.of(words.diagram(totals)),
                table.of(answer, code(), request.table()),
                List.of(table.periods(totals)),
                notices);
    }

    @Override
    CashReceiptsTable table(ReportRequest request, ReceiptEntries entries) {
        return new CashReceiptsTable(
                entries,
                new LineHead(code(), request, slices.grouping(request.page())),
                new Wording(request, textKey()));
    }

    @Override
    ReceiptEntries entries(ReportRequest request) {
        return new ReceiptEntries(
                request.company(),
                request.asOf(),
                Periods.of(request),
                request.values(AgeingBalance.KINDS).stream()
                        .map(ItemKind::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                Slice.of(request),
                GroupBy.of(request));
    }
}
