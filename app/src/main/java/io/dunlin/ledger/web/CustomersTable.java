package io.dunlin.ledger.web;

import io.dunlin.ledger.CustomerAddress;
import io.dunlin.ledger.CustomerLine;
import io.dunlin.ledger.CustomerList;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Column.Kind;
import io.dunlin.web.Table;
import io.dunlin.web.TableRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of customers as a table, on the page and in files. */
@Component
class CustomersTable {
    private final Labels labels;
    private final Clock clock;

    CustomersTable(Labels labels, Clock clock) {
        this.labels = labels;
        this.clock = clock;
    }

    Table of(Company company, CustomerList list, TableRequest request) {
        return new Table(
                "customers",
                columns(company),
                list.lines().stream().map(line -> cells(company, line)).toList(),
                totals(company, list.totals()),
                list.totals().customers(),
                request);
    }

    List<Column> columns(Company company) {
        var currency = company.currency().getCurrencyCode();
        return List.of(
                column("code", null, Kind.TEXT),
                column("name", null, Kind.TEXT),
                column("city", null, Kind.TEXT),
                column("receivable", currency, Kind.AMOUNT),
                column("overdue", currency, Kind.AMOUNT),
                column("overduePercent", "%", Kind.PERCENT),
                column("oldest", text("unit.days"), Kind.DAYS),
                column("delay", text("unit.days"), Kind.DAYS),
                column("debtor", null, Kind.TEXT));
    }

    List<Cell> cells(Company company, CustomerLine line) {
        var address = CustomerAddress.of(company.code(), line.code());
        var name = Cell.link(line.name(), address);
        return List.of(
                Cell.link(line.code(), address),
                line.blocked() ? name.withNote(text("blocked")).withTone("bad") : name,
                Cell.of(place(line)),
                Cell.of(line.receivable()),
                Cell.of(line.overdue()),
                Cell.of(line.overduePercent()),
                Cell.of(daysLate(company, line.oldestDueDate())),
                Cell.of(line.averageDelay()),
                line.accounts() > 1
                        ? Cell.of(line.debtor()).withNote(text("accounts", line.accounts()))
                        : Cell.of(null));
    }

    private List<Cell> totals(Company company, CustomerList.Totals totals) {
        return List.of(
                Cell.of(null),
                Cell.of(text("total", totals.customers())),
                Cell.of(null),
                Cell.of(totals.receivable()),
                Cell.of(totals.overdue()),
                Cell.of(totals.overduePercent()),
                Cell.of(daysLate(company, totals.oldestDueDate())),
                Cell.of(totals.averageDelay()),
                Cell.of(null));
    }

    private @Nullable Long daysLate(Company company, @Nullable LocalDate oldest) {
        if (oldest == null) {
            return null;
        }
        var days = ChronoUnit.DAYS.between(oldest, company.today(clock));
        return days > 0 ? days : null;
    }

    private static String place(CustomerLine line) {
        return Stream.of(line.city(), line.country())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private Column column(String key, @Nullable String unit, Kind kind) {
        return new Column(key, text("column." + key), unit, kind, true);
    }

    private String text(String key, Object... arguments) {
        return labels.text("ledger.customers." + key, arguments);
    }
}
