package io.dunlin.insights;

import io.dunlin.kernel.Right;
import io.dunlin.reporting.BlockContent;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.OverviewBlock;
import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.Report;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.tenancy.Role;
import io.dunlin.web.TableRequest;
import java.util.List;
import java.util.stream.Collectors;

/** Any report as a block: its first diagram. */
record ReportBlock(Report shown) implements OverviewBlock {
    /** After the blocks that were made for the Overview. */
    private static final int AFTER = 1000;

    @Override
    public String code() {
        return "report-" + shown.code();
    }

    @Override
    public int order() {
        return AFTER + shown.order();
    }

    @Override
    public Width width() {
        return Width.HALF;
    }

    @Override
    public String titleKey() {
        return shown.textKey() + ".title";
    }

    @Override
    public Right right() {
        return Right.SEE_REPORTS;
    }

    @Override
    public boolean isFor(Role role) {
        return shown.isOnOverview();
    }

    @Override
    public String report() {
        return shown.code();
    }

    /** A report that does not understand one of the filters would show more than was asked for. */
    @Override
    public boolean keepsTo(BlockRequest request) {
        return request.filters().isEmpty()
                || shown.parameters(request.company(), request.page()).stream()
                        .map(Parameter::name)
                        .collect(Collectors.toSet())
                        .containsAll(request.filters().keySet());
    }

    @Override
    public BlockContent content(BlockRequest request) {
        var result = shown.run(new ReportRequest(
                request.company(),
                request.asOf(),
                // The diagram is about all rows; of the table nothing is shown.
                new TableRequest("", "", false, 1, 1),
                List.of(),
                request.filters(),
                request.page()));
        return result.diagrams().isEmpty() || result.diagrams().getFirst().isEmpty()
                ? new BlockContent.Notice("", "info", result.lead(), null)
                : new BlockContent.Chart(
                        result.diagrams().getFirst(),
                        result.diagrams().getFirst().unit());
    }
}
