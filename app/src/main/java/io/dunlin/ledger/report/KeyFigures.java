package io.dunlin.ledger.report;

import io.dunlin.kernel.Right;
import io.dunlin.reporting.BlockContent;
import io.dunlin.reporting.BlockContent.Tiles;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.OverviewBlock;
import io.dunlin.tenancy.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Receivable, overdue, days sales outstanding, customers overdue; each with its past half year where it is known. */
@Component
class KeyFigures implements OverviewBlock {
    /** Enough for a trend; each one costs a look at the whole ledger. */
    private static final int MONTHS = 6;

    private final DsoHistory history;
    private final OverdueCustomers customers;
    private final LastIssue lastIssue;

    KeyFigures(DsoHistory history, OverdueCustomers customers, LastIssue lastIssue) {
        this.history = history;
        this.customers = customers;
        this.lastIssue = lastIssue;
    }

    @Override
    public String code() {
        return "key-figures";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Width width() {
        return Width.WHOLE;
    }

    @Override
    public String titleKey() {
        return "ledger.overview.figures.title";
    }

    @Override
    public Right right() {
        return Right.SEE_OVERVIEW;
    }

    @Override
    public boolean isFor(Role role) {
        return true;
    }

    @Override
    public boolean keepsTo(BlockRequest request) {
        return true;
    }

    @Override
    public BlockContent content(BlockRequest request) {
        var question = new DsoQuestion(request.company(), request.asOf(), Slice.of(request));
        var monthEnds = DaysSalesOutstanding.monthEndsBefore(request.asOf());
        var past = history.answer(question, monthEnds.subList(monthEnds.size() - MONTHS, monthEnds.size()));
        if (past.now().items() == 0) {
            return lastIssue
                    .before(request.company(), request.asOf())
                    .filter(day -> !request.isNarrow())
                    .map(day -> KeyFigureWords.seeDay(request, day))
                    .orElseGet(() -> nothingOpen(request));
        }
        var totals = customers.totals(Slice.of(request), request.asOf());
        var words = new KeyFigureWords(request, past.points(), totals);
        return new Tiles(words.tiles(), trends(past.points()), words.lead());
    }

    static BlockContent.Notice nothingOpen(BlockRequest request) {
        var page = request.page();
        return new BlockContent.Notice(
                "", "info", page.text("ledger.overview.nothingOpen", page.date(request.asOf())), null);
    }

    private static Map<String, List<BigDecimal>> trends(List<DsoPoint> points) {
        // Before the first item there is nothing to compare with.
        var known = points.stream().dropWhile(point -> point.items() == 0).toList();
        return known.size() < 3
                ? Map.of()
                : Map.of(
                        "receivable", values(known, DsoPoint::receivable),
                        "overdue", values(known, DsoPoint::overdue),
                        "dso", values(known, DsoPoint::days));
    }

    private static List<BigDecimal> values(List<DsoPoint> points, Function<DsoPoint, BigDecimal> value) {
        return points.stream()
                .map(value)
                .map(figure -> figure.setScale(2, RoundingMode.HALF_UP))
                .toList();
    }
}
