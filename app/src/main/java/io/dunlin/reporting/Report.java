package io.dunlin.reporting;

import io.dunlin.tenancy.Company;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Page;
import java.util.List;
import java.util.function.Consumer;

/**
 * One report: its filters, its answer, its rows. The pages, exports and the API are the same for all.
 *
 * <p>To add one, add one class that implements this, a {@code @Component} in {@code <module>/report/}, and its texts
 * {@code <textKey>.title} and {@code <textKey>.purpose}.
 */
public interface Report {
    /** Stable name in addresses, exports and the API: lower case, words joined by hyphens. Never renamed. */
    String code();

    /** Where it stands in the list of reports; smaller is higher. */
    int order();

    /** First part of the keys of its texts, such as {@code ledger.report.ageing}. */
    String textKey();

    /** Whether its first diagram stands on the Overview until a user takes it away. All others wait there to be chosen. */
    default boolean isOnOverview() {
        return false;
    }

    /** The filters it understands besides the date, the search by text, order and page. */
    List<Parameter> parameters(Company company, Page page);

    /** The answer with one page of rows. */
    ReportResult run(ReportRequest request);

    /** The columns of its table, for exports. */
    List<Column> columns(ReportRequest request);

    /** All rows of the filtered set in the asked order, one after the other; for exports. */
    void each(ReportRequest request, Consumer<List<Cell>> reader);
}
