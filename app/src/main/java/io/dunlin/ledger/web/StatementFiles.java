package io.dunlin.ledger.web;

import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.Statement;
import io.dunlin.ledger.Statement.Shown;
import io.dunlin.ledger.Statements;
import io.dunlin.reporting.Reports;
import io.dunlin.web.About;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Column.Kind;
import io.dunlin.web.Selection;
import io.dunlin.web.TableDownload;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Statements of customers, line by line. */
@Component
class StatementFiles {
    private final Statements statements;
    private final Labels labels;
    private final Reports reports;
    private final Clock clock;

    StatementFiles(Statements statements, Labels labels, Reports reports, Clock clock) {
        this.statements = statements;
        this.labels = labels;
        this.reports = reports;
        this.clock = clock;
    }

    /** Every item of the statement. */
    TableDownload of(CustomerFile customer, Map<String, String> parameters) {
        return of(customer, parameters, new Selection.All(MultiValueMap.fromSingleValue(parameters), Set.of()));
    }

    /** The ticked items, with what they add up to in each currency. */
    TableDownload of(CustomerFile customer, Map<String, String> parameters, Selection ticked) {
        var query = StatementQuery.of(parameters, customer.company().today(clock));
        var code = customer.details().code();
        var lines = statements.whole(customer.id(), query.asOf(), query.shown()).lines().stream()
                .filter(line -> switch (ticked) {
                    case Selection.Some(var keys) -> keys.contains(line.id().toString());
                    case Selection.All all -> !all.except().contains(line.id().toString());
                })
                .toList();
        return new TableDownload(
                "statement-" + code,
                code,
                columns(),
                reader -> lines.forEach(line -> reader.accept(cells(line, query.asOf()))),
                totals(lines),
                about(customer, query, ticked));
    }

    private About about(CustomerFile customer, StatementQuery query, Selection ticked) {
        var page = reports.page();
        var about = About.of(page, clock.instant(), page.text("ledger.statement.tab"))
                .with(page.text("reporting.company"), customer.company().name())
                .with(
                        page.text("ledger.customers.column.code"),
                        customer.details().code())
                .with(
                        page.text("ledger.customers.column.name"),
                        customer.details().name())
                .with(page.text("reporting.asOf"), page.date(query.asOf()));
        var label = page.text("ledger.statement.show");
        var shown = page.text("ledger.statement.show." + query.shown().name().toLowerCase(Locale.ROOT));
        // Open items are what a statement is of, where nobody says otherwise.
        return (query.shown() == Shown.OPEN ? about.with(label, shown) : about.narrowedTo(label, shown)).ticked(ticked);
    }

    /** What is owed, by currency: what is cleared or a memorandum counts for nothing. */
    private List<List<Cell>> totals(List<Statement.Line> lines) {
        var byCurrency = lines.stream()
                .filter(line -> line.section().isBalance())
                .collect(Collectors.groupingBy(Statement.Line::currency, TreeMap::new, Collectors.toList()));
        return byCurrency.entrySet().stream()
                .map(entry -> Stream.<@Nullable Object>of(
                                labels.text(
                                        "ledger.statement.balance",
                                        entry.getValue().size()),
                                null,
                                null,
                                null,
                                null,
                                null,
                                entry.getValue().stream()
                                        .map(Statement.Line::openAmount)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                                entry.getKey(),
                                null,
                                null)
                        .map(Cell::of)
                        .toList())
                .toList();
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
