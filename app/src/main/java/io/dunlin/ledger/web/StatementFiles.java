package io.dunlin.ledger.web;

import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.Statement;
import io.dunlin.ledger.Statements;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Column.Kind;
import io.dunlin.web.TableDownload;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Statements of customers, line by line. */
@Component
class StatementFiles {
    private final Statements statements;
    private final Labels labels;
    private final Clock clock;

    StatementFiles(Statements statements, Labels labels, Clock clock) {
        this.statements = statements;
        this.labels = labels;
        this.clock = clock;
    }

    TableDownload of(CustomerFile customer, Map<String, String> parameters) {
        var query = StatementQuery.of(parameters, customer.company().today(clock));
        var code = customer.details().code();
        var statement = statements.whole(customer.id(), query.asOf(), query.shown());
        return new TableDownload(
                "statement-" + code,
                code,
                columns(),
                reader -> statement.lines().forEach(line -> reader.accept(cells(line, query.asOf()))));
    }

    private List<Column> columns() {
        return List.of(
                column("number", Kind.TEXT),
                column("kind", Kind.TEXT),
                column("issued", Kind.DATE),
                column("due", Kind.DATE),
                column("daysLate", Kind.DAYS),
                column("original", Kind.AMOUNT),
                column("open", Kind.AMOUNT),
                column("currency", Kind.TEXT),
                column("clearedOn", Kind.DATE),
                column("purchaseOrder", Kind.TEXT));
    }

    private List<Cell> cells(Statement.Line line, LocalDate asOf) {
        return Stream.of(
                        line.number(),
                        labels.text("ledger.kind." + line.kind().name()),
                        line.issueDate(),
                        line.dueDate(),
                        line.section() == Statement.Section.OVERDUE ? line.daysLate(asOf) : null,
                        line.originalAmount(),
                        line.openAmount(),
                        line.currency(),
                        line.clearedOn(),
                        line.purchaseOrder())
                .map(Cell::of)
                .toList();
    }

    private Column column(String key, Kind kind) {
        return new Column(key, labels.text("ledger.item." + key), null, kind, false);
    }
}
