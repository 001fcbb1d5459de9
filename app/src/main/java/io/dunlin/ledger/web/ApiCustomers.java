package io.dunlin.ledger.web;

import io.dunlin.ledger.CustomerFigures;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.CustomerLine;
import io.dunlin.ledger.CustomerList;
import io.dunlin.ledger.Group;
import io.dunlin.ledger.Statement;
import io.dunlin.tenancy.Company;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What programs get about customers; names are part of the interface and never change. */
final class ApiCustomers {
    private ApiCustomers() {}

    record Page(String company, String currency, int page, long rows, Totals totals, List<Line> customers) {}

    record Totals(
            BigDecimal receivable,
            BigDecimal overdue,
            @Nullable BigDecimal overduePercent,
            @Nullable LocalDate oldestDueDate,
            @Nullable BigDecimal averageDelay) {}

    record Line(
            String code,
            String name,
            @Nullable String city,
            @Nullable String country,
            boolean blocked,
            BigDecimal receivable,
            BigDecimal overdue,
            @Nullable BigDecimal overduePercent,
            @Nullable LocalDate oldestDueDate,
            @Nullable BigDecimal averageDelay,
            String debtor,
            int accountsOfDebtor,
            Map<String, Object> columns) {}

    record Customer(
            String company,
            String currency,
            String code,
            String name,
            @Nullable String legalId,
            @Nullable String vatNumber,
            @Nullable String city,
            @Nullable String country,
            @Nullable String paymentTerms,
            boolean blocked,
            String debtor,
            List<String> groups,
            List<@Nullable String> custom,
            CustomerFigures figures) {}

    record Items(LocalDate asOf, boolean cut, List<Item> items, List<Statement.Subtotal> subtotals) {}

    record Item(
            long id,
            String section,
            String kind,
            String number,
            LocalDate issueDate,
            LocalDate dueDate,
            long daysLate,
            String currency,
            BigDecimal originalAmount,
            BigDecimal openAmount,
            @Nullable LocalDate clearedOn,
            @Nullable String purchaseOrder) {}

    static Page page(Company company, CustomerList list, TableRequest request) {
        var totals = list.totals();
        return new Page(
                company.code(),
                company.currency().getCurrencyCode(),
                request.number(),
                totals.customers(),
                new Totals(
                        totals.receivable(),
                        totals.overdue(),
                        totals.overduePercent(),
                        totals.oldestDueDate(),
                        totals.averageDelay()),
                list.lines().stream().map(ApiCustomers::line).toList());
    }

    static Customer customer(CustomerFile file) {
        var details = file.details();
        return new Customer(
                file.company().code(),
                file.company().currency().getCurrencyCode(),
                details.code(),
                details.name(),
                details.legalId(),
                details.vatNumber(),
                details.city(),
                details.country(),
                details.paymentTerms(),
                details.blocked(),
                file.debtorName(),
                file.groups().stream().map(Group::name).toList(),
                details.custom(),
                file.figures());
    }

    static Items items(Statement statement) {
        return new Items(
                statement.asOf(),
                statement.isCut(),
                statement.lines().stream()
                        .map(line -> item(line, statement.asOf()))
                        .toList(),
                statement.subtotals());
    }

    private static Line line(CustomerLine line) {
        return new Line(
                line.code(),
                line.name(),
                line.city(),
                line.country(),
                line.blocked(),
                line.receivable(),
                line.overdue(),
                line.overduePercent(),
                line.oldestDueDate(),
                line.averageDelay(),
                line.debtor(),
                line.accounts(),
                line.further());
    }

    private static Item item(Statement.Line line, LocalDate asOf) {
        return new Item(
                line.id().value(),
                line.section().name(),
                line.kind().name(),
                line.number(),
                line.issueDate(),
                line.dueDate(),
                line.section() == Statement.Section.OVERDUE ? line.daysLate(asOf) : 0,
                line.currency(),
                line.originalAmount(),
                line.openAmount(),
                line.clearedOn(),
                line.purchaseOrder());
    }
}
