package io.dunlin.ledger.report;

import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.Report;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.ReportResult;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Page;
import io.dunlin.web.Table;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** Days sales outstanding by count-back, as of any day: current and overdue part, what a day costs, the last 12 months. */
@Component
class DaysSalesOutstanding implements Report {
    private static final int TREND_MONTHS = 12;

    private final DsoHistory history;
    private final DsoByCustomer customers;
    private final Ageings ageings;
    private final Slices slices;
    private final AsyncTaskExecutor others;

    DaysSalesOutstanding(
            DsoHistory history,
            DsoByCustomer customers,
            Ageings ageings,
            Slices slices,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor others) {
        this.history = history;
        this.customers = customers;
        this.ageings = ageings;
        this.slices = slices;
        this.others = others;
    }

    @Override
    public String code() {
        return "dso";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String textKey() {
        return "ledger.report.dso";
    }

    @Override
    public List<Parameter> parameters(Company company, Page page) {
        var parameters = new ArrayList<Parameter>();
        parameters.add(slices.ofCustomers(page));
        parameters.addAll(slices.filters(company, page));
        return parameters;
    }

    @Override
    public ReportResult run(ReportRequest request) {
        var question = question(request);
        // Side by side: neither needs what the other finds, and each waits for the database by itself.
        var before =
                CompletableFuture.supplyAsync(() -> history.answer(question, monthEndsBefore(request.asOf())), others);
        var answer = customers.answer(question, request.table());
        var past = before.join();
        var now = past.now();
        var words = new DsoWords(question, past.yearSales(), request.page());
        var tables = tables(request);
        var table = new Table(
                code(),
                tables.columns(),
                answer.lines().stream().map(tables::cells).toList(),
                tables.totals(answer, past),
                answer.count(),
                request.table());
        return new ReportResult(
                words.lead(now),
                words.tiles(now),
                List.of(words.diagram(past.points())),
                table,
                now.calculation().steps().isEmpty() ? List.of() : List.of(DsoTables.trace(now, request)),
                now.unconverted() == 0
                        ? List.of()
                        : Notices.unconverted(ageings.unconverted(AgeingBalance.question(request)), request));
    }

    @Override
    public List<Column> columns(ReportRequest request) {
        return tables(request).columns();
    }

    @Override
    public void each(ReportRequest request, Consumer<List<Cell>> reader) {
        var tables = tables(request);
        customers.each(question(request), request.table(), line -> reader.accept(tables.cells(line)));
    }

    private DsoTables tables(ReportRequest request) {
        return new DsoTables(request, new LineHead(code(), request, slices.ofCustomers(request.page())));
    }

    static List<LocalDate> monthEndsBefore(LocalDate asOf) {
        return IntStream.range(1, TREND_MONTHS)
                .mapToObj(back ->
                        YearMonth.from(asOf).minusMonths(TREND_MONTHS - back).atEndOfMonth())
                .toList();
    }

    private static DsoQuestion question(ReportRequest request) {
        return new DsoQuestion(request.company(), request.asOf(), Slice.of(request), GroupBy.of(request));
    }
}
