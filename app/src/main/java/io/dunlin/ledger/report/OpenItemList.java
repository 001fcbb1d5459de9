package io.dunlin.ledger.report;

import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.Report;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.ReportResult;
import io.dunlin.reporting.Tile;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Page;
import io.dunlin.web.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The single items that were open on a day: what the ageing opens when one of its amounts is asked for. */
@Component
class OpenItemList implements Report {
    static final String BUCKET = "bucket";

    private final OpenItems items;
    private final Slices slices;
    private final Clock clock;

    OpenItemList(OpenItems items, Slices slices, Clock clock) {
        this.items = items;
        this.slices = slices;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "open-items";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String textKey() {
        return "ledger.report.openItemList";
    }

    @Override
    public List<Parameter> parameters(Company company, Page page) {
        var parameters = new ArrayList<>(AgeingBalance.filters(company, page, slices));
        parameters.add(new Parameter(
                BUCKET,
                page.text("ledger.report.filter.bucket"),
                Parameter.Kind.ANY,
                Bucket.all(company.ageingBrackets(), Credits.COLUMN).stream()
                        .map(bucket -> new Parameter.Choice(bucket.key(), AgeingWords.label(bucket, page)))
                        .toList()));
        return parameters;
    }

    @Override
    public ReportResult run(ReportRequest request) {
        var page = request.page();
        var answer = items.answer(AgeingBalance.question(request), bucket(request), request.table());
        var currency = request.company().currency().getCurrencyCode();
        var figure = page.money(answer.amount());
        var date = page.date(request.asOf());
        var result = new ReportResult(
                answer.items() == 0
                        ? page.text("ledger.report.ageing.nothing", date)
                        : page.text(
                                "ledger.report.openItemList.lead", answer.items(), currency + "\u00a0" + figure, date),
                List.of(
                        new Tile(
                                "total",
                                page.text("ledger.report.receivable"),
                                answer.amount(),
                                figure,
                                currency,
                                null,
                                "",
                                null,
                                List.of()),
                        new Tile(
                                "items",
                                page.text("ledger.report.items"),
                                answer.items(),
                                page.count(answer.items()),
                                null,
                                null,
                                "",
                                null,
                                List.of())),
                List.of(),
                new Table(
                        code(),
                        columns(request),
                        answer.lines().stream()
                                .map(line -> cells(line, request))
                                .toList(),
                        totals(answer, request),
                        answer.items(),
                        request.table()),
                List.of(),
                List.of());
        return request.asOf().equals(request.company().today(clock))
                ? result.withLinks(List.of(
                        new ReportResult.Link(page.text("ledger.report.openItemList.search"), Links.items(request))))
                : result;
    }

    @Override
    public List<Column> columns(ReportRequest request) {
        var page = request.page();
        return List.of(
                column(page, "number", null, Column.Kind.TEXT),
                column(page, "kind", null, Column.Kind.TEXT),
                column(page, "code", null, Column.Kind.TEXT),
                column(page, "name", null, Column.Kind.TEXT),
                column(page, "issueDate", null, Column.Kind.DATE),
                column(page, "dueDate", null, Column.Kind.DATE),
                column(page, "daysOverdue", null, Column.Kind.DAYS),
                column(page, "currency", null, Column.Kind.TEXT),
                column(page, "openAmount", null, Column.Kind.AMOUNT),
                column(page, "amount", request.company().currency().getCurrencyCode(), Column.Kind.AMOUNT));
    }

    @Override
    public void each(ReportRequest request, Consumer<List<Cell>> reader) {
        items.each(
                AgeingBalance.question(request),
                bucket(request),
                request.table(),
                line -> reader.accept(cells(line, request)));
    }

    private static @Nullable Bucket bucket(ReportRequest request) {
        var key = request.value(BUCKET);
        var question = AgeingBalance.question(request);
        return key == null
                ? null
                : question.buckets().stream()
                        .filter(bucket -> bucket.key().equals(key))
                        .findFirst()
                        .orElse(null);
    }

    private static List<Cell> cells(OpenItemLine line, ReportRequest request) {
        return List.of(
                Cell.link(line.number(), Links.item(line.id())),
                Cell.of(request.page().text("ledger.report.kind." + line.kind().name())),
                Cell.of(line.code()),
                Cell.link(line.name(), Links.customer(request.company(), line.code())),
                Cell.of(line.issueDate()),
                Cell.of(line.dueDate()),
                Cell.of(line.daysOverdue()).withTone(line.daysOverdue() > 0 ? "bad" : ""),
                Cell.of(line.currency()),
                Cell.of(line.openAmount()),
                Cell.of(line.amount()));
    }

    private static List<Cell> totals(OpenItemLine.Answer answer, ReportRequest request) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(request.page().text("ledger.report.total")));
        for (var number = 0; number < 8; number++) {
            cells.add(Cell.of(null));
        }
        cells.add(Cell.of(answer.amount()));
        return cells;
    }

    private static Column column(Page page, String key, @Nullable String unit, Column.Kind kind) {
        return new Column(key, page.text("ledger.report.column." + key), unit, kind, true);
    }
}
