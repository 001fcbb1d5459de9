package io.dunlin.ledger.web;

import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.Statement;
import io.dunlin.ledger.Statements;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Statements of customers, line by line. */
@Component
class StatementFiles {
    private static final List<String> COLUMNS = List.of(
            "ledger.item.number",
            "ledger.item.state",
            "ledger.item.issued",
            "ledger.item.due",
            "ledger.item.daysLate",
            "ledger.item.original",
            "ledger.item.open",
            "ledger.item.currency",
            "ledger.item.clearedOn",
            "ledger.item.purchaseOrder");

    private final Statements statements;
    private final Labels labels;
    private final Clock clock;

    StatementFiles(Statements statements, Labels labels, Clock clock) {
        this.statements = statements;
        this.labels = labels;
        this.clock = clock;
    }

    void write(CustomerFile customer, Map<String, String> parameters, ListFile file) throws IOException {
        var query = StatementQuery.of(parameters, customer.company().today(clock));
        var statement = statements.whole(customer.id(), query.asOf(), query.shown());
        file.row(COLUMNS.stream().map(key -> labels.text(key)).toList());
        for (var line : statement.lines()) {
            file.row(Arrays.asList(
                    line.number(),
                    labels.text("ledger.kind." + line.kind().name()),
                    line.issueDate(),
                    line.dueDate(),
                    line.section() == Statement.Section.OVERDUE ? line.daysLate(query.asOf()) : null,
                    line.originalAmount(),
                    line.openAmount(),
                    line.currency(),
                    line.clearedOn(),
                    line.purchaseOrder()));
        }
    }
}
