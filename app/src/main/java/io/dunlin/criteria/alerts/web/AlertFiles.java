package io.dunlin.criteria.alerts.web;

import static java.util.stream.Collectors.joining;

import io.dunlin.criteria.alerts.Alert;
import io.dunlin.criteria.alerts.AlertMark;
import io.dunlin.criteria.alerts.AlertMarks;
import io.dunlin.criteria.alerts.AlertedCustomers;
import io.dunlin.criteria.alerts.AlertedCustomers.Alerted;
import io.dunlin.criteria.alerts.AlertedCustomers.Found;
import io.dunlin.criteria.alerts.AlertedCustomers.Which;
import io.dunlin.criteria.alerts.Alerts;
import io.dunlin.criteria.web.Labels;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.About;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Column.Kind;
import io.dunlin.web.TableDownload;
import io.dunlin.web.TableFiles;
import io.dunlin.web.TableRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes files of the customers of alerts, with the columns of the page. */
@Component
class AlertFiles {
    private final Alerts alerts;
    private final AlertedCustomers customers;
    private final AlertMarks marks;
    private final CurrentCompany company;
    private final Labels labels;
    private final Clock clock;

    AlertFiles(
            Alerts alerts,
            AlertedCustomers customers,
            AlertMarks marks,
            CurrentCompany company,
            Labels labels,
            Clock clock) {
        this.alerts = alerts;
        this.customers = customers;
        this.marks = marks;
        this.company = company;
        this.labels = labels;
        this.clock = clock;
    }

    TableDownload of(long id, Which which, @Nullable String sort, @Nullable String direction) {
        var alert = alerts.get(id);
        var here = company.get();
        var request = TableRequest.of("", sort, direction, null);
        var others = which == Which.SNOOZED ? Map.<Long, List<AlertMark>>of() : marks.besides(here, id);
        TableFiles.Rows rows =
                reader -> customers.each(here, id, which, request, one -> reader.accept(cells(one, which, others)));
        return new TableDownload(
                        "alert-%s-%s".formatted(alert.name(), here.code()),
                        alert.name(),
                        columns(which, here.currency().getCurrencyCode()),
                        rows,
                        about(here, alert, which))
                .withTotals(totals(customers.of(here, id, which, request), which));
    }

    private About about(Company here, Alert alert, Which which) {
        var page = labels.page();
        return About.of(page, clock.instant(), alert.name())
                .with(labels.text("criteria.alerts.file.company"), here.name())
                .with(labels.text("criteria.alerts.file.day"), page.date(here.today(clock)))
                .narrowedTo(labels.text("criteria.alerts.show"), labels.text("criteria.alerts.show." + which));
    }

    private List<Column> columns(Which which, String currency) {
        var columns = new ArrayList<>(List.of(
                column("code", null, Kind.TEXT),
                column("name", null, Kind.TEXT),
                column("receivable", currency, Kind.AMOUNT),
                column("overdue", currency, Kind.AMOUNT),
                column("since", null, Kind.DATE),
                column("new", null, Kind.TEXT)));
        columns.addAll(
                which == Which.SNOOZED
                        ? List.of(
                                column("until", null, Kind.DATE),
                                column("reason", null, Kind.TEXT),
                                column("by", null, Kind.TEXT))
                        : List.of(column("others", null, Kind.TEXT)));
        return columns;
    }

    private List<Cell> cells(Alerted one, Which which, Map<Long, List<AlertMark>> others) {
        var cells = new ArrayList<>(List.of(
                Cell.of(one.code()),
                Cell.of(one.name()),
                Cell.of(one.receivable()),
                Cell.of(one.overdue()),
                Cell.of(one.since()),
                Cell.of(one.isUnseen() ? labels.text("criteria.alerts.fresh") : null)));
        var snooze = one.snooze();
        cells.addAll(
                which == Which.SNOOZED && snooze != null
                        ? List.of(Cell.of(snooze.until()), Cell.of(snooze.reason()), Cell.of(snooze.by()))
                        : List.of(Cell.of(others.getOrDefault(one.id(), List.of()).stream()
                                .map(AlertMark::name)
                                .collect(joining(", ")))));
        return cells;
    }

    private List<Cell> totals(Found found, Which which) {
        var cells = new ArrayList<>(List.of(
                Cell.of(null),
                Cell.of(labels.text("criteria.alerts.count", found.customers())),
                Cell.of(found.receivable()),
                Cell.of(found.overdue())));
        while (cells.size() < columns(which, "").size()) {
            cells.add(Cell.of(null));
        }
        return cells;
    }

    private Column column(String key, @Nullable String unit, Kind kind) {
        return new Column(key, labels.text("criteria.alerts.column." + key), unit, kind, true);
    }
}
