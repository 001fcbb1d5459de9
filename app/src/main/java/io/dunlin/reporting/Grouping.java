package io.dunlin.reporting;

import io.dunlin.web.Page;
import java.util.List;

/**
 * The filter by which a report chooses what its lines stand for: single customers, or all that share a value. It is named the same in
 * all addresses; what can be grouped by is known to the module that owns the data.
 */
public final class Grouping {
    public static final String NAME = "groupBy";

    private Grouping() {}

    /** @param choices the report's own lines first: what counts when nothing is chosen */
    public static Parameter parameter(Page page, List<Parameter.Choice> choices) {
        return new Parameter(NAME, page.text("reporting.groupBy"), Parameter.Kind.ONE, choices);
    }
}
