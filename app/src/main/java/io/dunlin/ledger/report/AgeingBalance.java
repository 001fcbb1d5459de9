package io.dunlin.ledger.report;

import io.dunlin.ledger.ItemKind;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** How old the receivables are, per customer, as of any day. */
@Component
class AgeingBalance implements Report {
    static final String CREDITS = "credits";
    static final String KINDS = "kinds";

    private final Ageings ageings;
    private final Slices slices;

    AgeingBalance(Ageings ageings, Slices slices) {
        this.ageings = ageings;
        this.slices = slices;
    }

    @Override
    public String code() {
        return "ageing";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String textKey() {
        return "ledger.report.ageing";
    }

    @Override
    public List<Parameter> parameters(Company company, Page page) {
        var parameters = new ArrayList<Parameter>();
        parameters.add(slices.ofCustomers(page));
        parameters.addAll(filters(company, page, slices));
        return parameters;
    }

    @Override
    public ReportResult run(ReportRequest request) {
        var question = question(request);
        var answer = ageings.answer(question, request.table());
        var table = table(question, request);
        var words = new AgeingWords(question, request.page());
        return new ReportResult(
                words.lead(answer),
                words.tiles(answer),
                List.of(words.diagram(answer.totals())),
                new Table(
                        code(),
                        table.columns(),
                        answer.lines().stream().map(table::cells).toList(),
                        table.totals(answer.totals()),
                        answer.count(),
                        request.table()),
                List.of(),
                answer.totals().unconverted() == 0
                        ? List.of()
                        : Notices.unconverted(ageings.unconverted(question), request));
    }

    @Override
    public List<Column> columns(ReportRequest request) {
        return table(question(request), request).columns();
    }

    @Override
    public void each(ReportRequest request, Consumer<List<Cell>> reader) {
        var question = question(request);
        var table = table(question, request);
        ageings.each(question, request.table(), line -> reader.accept(table.cells(line)));
    }

    private AgeingTable table(AgeingQuestion question, ReportRequest request) {
        return new AgeingTable(
                question, new LineHead(code(), request, slices.ofCustomers(request.page())), request.page());
    }

    /** The filters that the ageing and the list of its items share. */
    static List<Parameter> filters(Company company, Page page, Slices slices) {
        var filters = new ArrayList<>(List.of(
                new Parameter(
                        CREDITS,
                        page.text("ledger.report.filter.credits"),
                        Parameter.Kind.ONE,
                        List.of(
                                new Parameter.Choice("column", page.text("ledger.report.credits.column")),
                                new Parameter.Choice("netted", page.text("ledger.report.credits.netted")))),
                kinds(page)));
        filters.addAll(slices.filters(company, page));
        return filters;
    }

    static Parameter kinds(Page page) {
        return new Parameter(
                KINDS,
                page.text("ledger.report.filter.kinds"),
                Parameter.Kind.SEVERAL,
                Arrays.stream(ItemKind.values())
                        .filter(kind -> kind != ItemKind.DOWN_PAYMENT_REQUEST)
                        .map(kind -> new Parameter.Choice(kind.name(), page.text("ledger.report.kind." + kind.name())))
                        .toList());
    }

    static AgeingQuestion question(ReportRequest request) {
        var credits = request.value(CREDITS);
        return new AgeingQuestion(
                request.company(),
                request.asOf(),
                credits == null ? Credits.COLUMN : Credits.valueOf(credits.toUpperCase(Locale.ROOT)),
                request.values(KINDS).stream()
                        .map(ItemKind::valueOf)
                        .collect(java.util.stream.Collectors.toUnmodifiableSet()),
                Slice.of(request),
                GroupBy.of(request));
    }
}
