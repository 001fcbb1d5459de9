package io.dunlin.ledger.report;

import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Table;
import io.dunlin.web.TableRequest;
import java.util.List;

/** How the lines of a report by period stand in a table, on its page and in files. */
interface GroupedTable {
    List<Column> columns();

    List<Cell> cells(GroupedLine line);

    List<Cell> totals(GroupedLine.Answer answer);

    default Table of(GroupedLine.Answer answer, String id, TableRequest request) {
        return new Table(
                id,
                columns(),
                answer.lines().stream().map(this::cells).toList(),
                totals(answer),
                answer.count(),
                request);
    }
}
