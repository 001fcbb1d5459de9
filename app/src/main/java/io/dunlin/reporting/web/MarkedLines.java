package io.dunlin.reporting.web;

import io.dunlin.reporting.CustomerMarks;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Flag;
import io.dunlin.web.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Marks the customers of a report on its page: lines with a column {@code code} and a column {@code name} are about a customer. */
@Component
class MarkedLines {
    private final CustomerMarks marks;

    MarkedLines(CustomerMarks marks) {
        this.marks = marks;
    }

    /** Rows that have a mark already keep it. */
    Table of(ReportRequest request, Table table) {
        var keys = table.columns().stream().map(Column::key).toList();
        var code = keys.indexOf("code");
        var name = keys.indexOf("name");
        if (code < 0 || name < 0 || table.rows().isEmpty()) {
            return table;
        }
        var codes = table.rows().stream()
                .map(row -> row.get(code).value())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .distinct()
                .toList();
        var known = marks.of(request.company(), codes);
        return table.withRows(
                table.rows().stream().map(row -> marked(row, known, code, name)).toList());
    }

    private static List<Cell> marked(List<Cell> row, Map<String, Flag> known, int code, int name) {
        var flag = known.get(String.valueOf(row.get(code).value()));
        if (flag == null || row.stream().anyMatch(cell -> cell.flag() != null)) {
            return row;
        }
        var marked = new ArrayList<>(row);
        marked.set(name, row.get(name).withFlag(flag));
        return marked;
    }
}
