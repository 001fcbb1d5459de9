package io.dunlin.ledger.web;

import io.dunlin.criteria.alerts.AlertMark;
import io.dunlin.criteria.alerts.AlertMarks;
import io.dunlin.ledger.CustomFields;
import io.dunlin.ledger.CustomFields.CustomField;
import io.dunlin.ledger.CustomerAddress;
import io.dunlin.ledger.CustomerColumn;
import io.dunlin.ledger.CustomerColumns;
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
    /** Beside a name there is no room for more; the file has them all. */
    private static final int MOST_MARKS = 4;

    private final CustomFields fields;
    private final CustomerColumns further;
    private final IndicatorWords words;
    private final AlertMarks alerts;
    private final Labels labels;
    private final ProfileFlags flags;
    private final Clock clock;

    CustomersTable(
            CustomFields fields,
            CustomerColumns further,
            IndicatorWords words,
            AlertMarks alerts,
            Labels labels,
            ProfileFlags flags,
            Clock clock) {
        this.fields = fields;
        this.further = further;
        this.words = words;
        this.alerts = alerts;
        this.labels = labels;
        this.flags = flags;
        this.clock = clock;
    }

    /**
     * The columns that there are, and how their values are called.
     *
     * @param names of codes, by the keys of columns whose values are codes
     */
    record Shown(List<Column> columns, Map<String, Map<String, String>> names) {
        Cell cell(Column column, Map<String, ?> values) {
            var value = values.get(column.key());
            return Cell.of(
                    value == null || !names.containsKey(column.key())
                            ? value
                            : IndicatorWords.names(value, names.get(column.key())));
        }
    }

    Table of(Company company, CustomerList list, TableRequest request) {
        var shown = shown(company, request);
        var marks =
                alerts.of(list.lines().stream().map(line -> line.id().value()).toList());
        var profiles = flags.byId(list.lines().stream().map(CustomerLine::id).toList());
        return new Table(
                        "customers",
                        shown.columns(),
                        list.lines().stream()
                                .map(line -> marked(
                                        cells(company, line, shown),
                                        profiles.get(line.id()),
                                        marks.getOrDefault(line.id().value(), List.of())))
                                .toList(),
                        totals(company, list.totals(), shown),
                        list.totals().customers(),
                        request)
                .withSelection(CustomerTicks.of(list, labels));
    }

    /** The flag of its payment profile and the squares of its alerts stand before the name of the customer. */
    private static List<Cell> marked(List<Cell> cells, @Nullable Flag flag, List<AlertMark> marks) {
        var dots = marks.stream()
                .limit(MOST_MARKS)
                .map(mark -> new Cell.Dot(mark.level().style(), mark.name(), mark.address()))
                .toList();
        var row = new ArrayList<>(cells);
        row.set(NAME, row.get(NAME).withFlag(flag).withDots(dots));
        return row;
    }

    /** Values are named only where the request shows them. */
    Shown shown(Company company, TableRequest request) {
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
        var all = further.all();
        all.stream()
                .filter(extra -> isInUse(extra, company, used))
                .forEach(extra -> columns.add(new Column(
                                extra.key(),
                                label(company, extra, used),
                                extra.kind() == Kind.AMOUNT ? currency : null,
                                extra.kind(),
                                true)
                        .extra()));
        return new Shown(
                columns,
                words.names(all.stream()
                        .filter(extra -> request.columns().contains(extra.key()))
                        .toList()));
    }

    /** Custom fields that the tenant has given a name, and the brackets that the company has. */
    private static boolean isInUse(CustomerColumn column, Company company, List<CustomField> used) {
        return column.customField() > 0
                ? used.get(column.customField() - 1).isUsed()
                : column.bracket() <= company.ageingBrackets().size() + 1;
    }

    List<Cell> cells(Company company, CustomerLine line, Shown shown) {
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
        return withFurther(usual, shown, line.further());
    }

    private static List<Cell> withFurther(List<Cell> usual, Shown shown, Map<String, ?> values) {
        var extra = shown.columns().stream().filter(Column::isExtra).map(column -> shown.cell(column, values));
        return Stream.concat(usual.stream(), extra).toList();
    }

    List<Cell> totals(Company company, CustomerList.Totals totals, Shown shown) {
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
        return withFurther(usual, shown, totals.further());
    }

    private String label(Company company, CustomerColumn column, List<CustomField> used) {
        if (column.customField() > 0) {
            return used.get(column.customField() - 1).label();
        }
        if (column.indicator() != null) {
            return words.name(column.indicator());
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
