package io.dunlin.ledger.report;

import io.dunlin.kernel.Right;
import io.dunlin.reporting.BlockContent;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.OverviewBlock;
import io.dunlin.tenancy.Role;
import org.springframework.stereotype.Component;

/** Days sales outstanding at the end of the last twelve months. */
@Component
class DsoTrend implements OverviewBlock {
    private final DsoHistory history;

    DsoTrend(DsoHistory history) {
        this.history = history;
    }

    @Override
    public String code() {
        return "dso";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Width width() {
        return Width.HALF;
    }

    @Override
    public String titleKey() {
        return "ledger.overview.dso.title";
    }

    @Override
    public Right right() {
        return Right.SEE_REPORTS;
    }

    @Override
    public boolean isFor(Role role) {
        return true;
    }

    @Override
    public String report() {
        return "dso";
    }

    @Override
    public boolean keepsTo(BlockRequest request) {
        return true;
    }

    @Override
    public BlockContent content(BlockRequest request) {
        var question = new DsoQuestion(request.company(), request.asOf(), Slice.of(request));
        var past = history.answer(question, DaysSalesOutstanding.monthEndsBefore(request.asOf()));
        if (past.points().stream().allMatch(point -> point.items() == 0)) {
            return KeyFigures.nothingOpen(request);
        }
        var diagram = new DsoWords(question, past.yearSales(), request.page()).diagram(past.points());
        return new BlockContent.Chart(diagram, request.page().text("ledger.overview.dso.sub"));
    }
}
