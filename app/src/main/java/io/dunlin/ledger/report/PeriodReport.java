package io.dunlin.ledger.report;

import io.dunlin.reporting.Report;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import java.util.List;
import java.util.function.Consumer;

/**
 * What reports by period share: lines and totals that one statement works out of entries, the same on the page and in files.
 *
 * @param <E> what the report adds up
 */
abstract class PeriodReport<E extends Entries> implements Report {
    private final GroupedLines lines;

    PeriodReport(GroupedLines lines) {
        this.lines = lines;
    }

    abstract E entries(ReportRequest request);

    abstract GroupedTable table(ReportRequest request, E entries);

    final GroupedLine.Answer answer(ReportRequest request, E entries) {
        return lines.answer(entries, entries.by(), request.table());
    }

    @Override
    public final List<Column> columns(ReportRequest request) {
        return table(request, entries(request)).columns();
    }

    @Override
    public final void each(ReportRequest request, Consumer<List<Cell>> reader) {
        var entries = entries(request);
        var table = table(request, entries);
        lines.each(entries, entries.by(), request.table(), line -> reader.accept(table.cells(line)));
    }
}
