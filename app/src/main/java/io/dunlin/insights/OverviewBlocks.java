package io.dunlin.insights;

import io.dunlin.kernel.NotFound;
import io.dunlin.reporting.OverviewBlock;
import io.dunlin.reporting.Report;
import io.dunlin.web.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All blocks that modules contribute, and every report that none of them is about. */
@Component
public class OverviewBlocks {
    private final List<OverviewBlock> inOrder;

    public OverviewBlocks(List<OverviewBlock> contributed, List<Report> reports) {
        var told = contributed.stream()
                .map(OverviewBlock::report)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        inOrder = Stream.concat(
                        contributed.stream(),
                        reports.stream()
                                .filter(report -> !told.contains(report.code()))
                                .map(ReportBlock::new))
                .sorted(Comparator.comparingInt(OverviewBlock::order).thenComparing(OverviewBlock::code))
                .toList();
    }

    /** Those the viewer may see, in their own order. */
    public List<OverviewBlock> of(Viewer viewer) {
        return inOrder.stream().filter(block -> viewer.may(block.right())).toList();
    }

    /** Throws {@link NotFound} also for a block that the viewer may not see. */
    public OverviewBlock get(String code, Viewer viewer) {
        return of(viewer).stream()
                .filter(block -> block.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("Block", code));
    }
}
