package io.dunlin.criteria.alerts.web;

import io.dunlin.criteria.CriteriaText;
import io.dunlin.criteria.alerts.Alert;
import io.dunlin.criteria.alerts.AlertMark;
import io.dunlin.criteria.alerts.AlertMarks;
import io.dunlin.criteria.alerts.AlertMatches;
import io.dunlin.criteria.alerts.AlertedCustomers;
import io.dunlin.criteria.alerts.AlertedCustomers.Alerted;
import io.dunlin.criteria.alerts.AlertedCustomers.Which;
import io.dunlin.criteria.alerts.Alerts;
import io.dunlin.criteria.alerts.CustomerAddresses;
import io.dunlin.criteria.alerts.RefreshElsewhere;
import io.dunlin.criteria.alerts.Snoozes;
import io.dunlin.criteria.web.CriteriaWords;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.TableRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

/** Gathers what the page of an alert shows. */
@Component
class AlertViews {
    private static final int PROPOSED_DAYS = 7;
    /** Servers refuse long addresses. */
    private static final int LONGEST_ADDRESS = 1_500;

    private final Alerts alerts;
    private final AlertedCustomers customers;
    private final AlertMatches matches;
    private final AlertMarks marks;
    private final Snoozes snoozes;
    private final RefreshElsewhere elsewhere;
    private final CustomerAddresses addresses;
    private final CriteriaWords words;
    private final CurrentCompany company;
    private final Clock clock;

    AlertViews(
            Alerts alerts,
            AlertedCustomers customers,
            AlertMatches matches,
            AlertMarks marks,
            Snoozes snoozes,
            RefreshElsewhere elsewhere,
            CustomerAddresses addresses,
            CriteriaWords words,
            CurrentCompany company,
            Clock clock) {
        this.alerts = alerts;
        this.customers = customers;
        this.matches = matches;
        this.marks = marks;
        this.snoozes = snoozes;
        this.elsewhere = elsewhere;
        this.addresses = addresses;
        this.words = words;
        this.company = company;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public AlertView of(long id, Which which, TableRequest request) {
        var alert = alerts.get(id);
        var here = company.get();
        var today = here.today(clock);
        var found = customers.of(here, id, which, request);
        return new AlertView(
                alert,
                words.now().of(alert.criteria()),
                listed(alert),
                here,
                which,
                matches.lookedAt(here, id),
                found,
                rows(alert, here, found.page()),
                request,
                matches.asOf(here, id).orElse(null),
                alerts.broken(List.of(alert)).contains(id),
                elsewhere.running(id).orElse(null),
                snoozes.isAllowed(alert),
                today.plusDays(1),
                today.plusDays(PROPOSED_DAYS));
    }

    private List<AlertView.Row> rows(Alert alert, Company here, List<Alerted> page) {
        var marked = page.isEmpty()
                ? Map.<Long, List<AlertMark>>of()
                : marks.of(page.stream().map(Alerted::id).toList());
        return page.stream()
                .map(customer -> new AlertView.Row(
                        customer,
                        addresses.address(here, customer.code()),
                        marked.getOrDefault(customer.id(), List.of()).stream()
                                .filter(mark -> mark.alert() != alert.id())
                                .toList()))
                .toList();
    }

    private static @Nullable String listed(Alert alert) {
        var address = "/customers?c=" + UriUtils.encode(CriteriaText.write(alert.criteria()), StandardCharsets.UTF_8);
        return address.length() <= LONGEST_ADDRESS ? address : null;
    }
}
