package io.dunlin.ledger.web;

import io.dunlin.ledger.CustomFields;
import io.dunlin.ledger.CustomFields.CustomField;
import io.dunlin.ledger.CustomerAddress;
import io.dunlin.ledger.CustomerColumn;
import io.dunlin.ledger.CustomerLine;
import io.dunlin.ledger.CustomerList;
import io.dunlin.ledger.ProfileFlags;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Column.Kind;
import io.dunlin.web.Flag;
import io.dunlin.web.Table;
import io.dunlin.web.TableRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of customers as a table, on the page and in files. */
@Component
class CustomersTable {
    /** Place of the name among the columns. */
    private static final int NAME = 1;

    private final CustomFields fields;
    private final Labels labels;
    private final ProfileFlags flags;
    private final Clock clock;

    CustomersTable(CustomFields fields, Labels labels, ProfileFlags flags, Clock clock) {
        this.fields = fields;
        this.labels = labels;
        this.flags = flags;
        this.clock = clock;
    }

    Table of(Company company, CustomerList list, TableRequest request) {
        var columns = columns(company);
        var marks = flags.byId(list.lines().stream().map(CustomerLine::id).toList());
        return new Table(
                        "customers",
                        columns,
                        list.lines().stream()
                                .map(line -> marked(cells(company, line, columns), marks.get(line.id())))
                                .toList(),
                        totals(company, list.totals(), columns),
                        list.totals().customers(),
                        request)
                .withSelection(CustomerTicks.of(list, labels));
    }

    List<Column> columns(Company company) {
        var currency = company.currency().getCurrencyCode();
        var columns = new ArrayList<>(List.of(
                column("code", null, Kind.TEXT),
                column("name", null, Kind.TEXT),
                column("city", null, Kind.TEXT),
                column("receivable", currency, Kind.AMOUNT),
                column("overdue", currency, Kind.AMOUNT),
                column("overduePercent", "%", Kind.PERCENT),
                column("oldest", text("unit.days"), Kind.DAYS),
                column("delay", text("unit.days"), Kind.DAYS),
                column("debtor", null, Kind.TEXT)));
        var used = fields.of(CustomFields.Subject.CUSTOMER);
        CustomerColumn.everyOne().stream()
                .filter(extra -> isInUse(extra, company, used))
                .forEach(extra -> columns.add(new Column(
                                extra.key(),
                                label(company, extra, used),
                                extra.kind() == Kind.AMOUNT ? currency : null,
                                extra.kind(),
                                true)
                        .extra()));
        return columns;
    }

    /** Custom fields that the tenant has given a name, and the brackets that the company has. */
    private static boolean isInUse(CustomerColumn column, Company company, List<CustomField> used) {
        return column.customField() > 0
                ? used.get(column.customField() - 1).isUsed()
                : column.bracket() <= company.ageingBrackets().size() + 1;
    }

    List<Cell> cells(Company company, CustomerLine line, List<Column> columns) {
        var address = CustomerAddress.of(company.code(), line.code());
        var name = Cell.link(line.name(), address);
        var usual = List.of(
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
        return withFurther(usual, columns, line.further());
    }

    private static List<Cell> marked(List<Cell> cells, @Nullable Flag flag) {
        var marked = new ArrayList<>(cells);
        marked.set(NAME, cells.get(NAME).withFlag(flag));
        return marked;
    }

    private static List<Cell> withFurther(List<Cell> usual, List<Column> columns, Map<String, ?> further) {
        var extra = columns.stream().filter(Column::isExtra).map(column -> Cell.of(further.get(column.key())));
        return Stream.concat(usual.stream(), extra).toList();
    }

    List<Cell> totals(Company company, CustomerList.Totals totals, List<Column> columns) {
        var usual = List.of(
                Cell.of(null),
                Cell.of(text("total", totals.customers())),
                Cell.of(null),
                Cell.of(totals.receivable()),
                Cell.of(totals.overdue()),
                Cell.of(totals.overduePercent()),
                Cell.of(daysLate(company, totals.oldestDueDate())),
                Cell.of(totals.averageDelay()),
                Cell.of(null));
        return withFurther(usual, columns, totals.further());
    }

    private String label(Company company, CustomerColumn column, List<CustomField> used) {
        if (column.customField() > 0) {
            return used.get(column.customField() - 1).label();
        }
        var bracket = column.bracket();
        if (bracket == 0) {
            return text("column." + column.key());
        }
        var ends = company.ageingBrackets();
        var from = bracket == 1 ? 1 : ends.get(bracket - 2) + 1;
        return bracket > ends.size()
                ? text("column.overdueFrom", from)
                : text("column.overdueBetween", from, ends.get(bracket - 1));
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
