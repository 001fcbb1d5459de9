package io.dunlin.criteria.alerts.web;

import static java.util.stream.Collectors.toSet;

import io.dunlin.criteria.alerts.Alert;
import io.dunlin.criteria.alerts.AlertMatches;
import io.dunlin.criteria.alerts.AlertMatches.Counts;
import io.dunlin.criteria.alerts.AlertType;
import io.dunlin.criteria.alerts.Alerts;
import io.dunlin.criteria.alerts.ReadyAlert;
import io.dunlin.criteria.web.CriteriaWords;
import io.dunlin.criteria.web.Labels;
import io.dunlin.tenancy.CurrentCompany;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the list of alerts shows. */
@Component
class AlertsViews {
    private final Alerts alerts;
    private final AlertMatches matches;
    private final CriteriaWords words;
    private final CurrentCompany company;
    private final Labels labels;

    AlertsViews(Alerts alerts, AlertMatches matches, CriteriaWords words, CurrentCompany company, Labels labels) {
        this.alerts = alerts;
        this.matches = matches;
        this.words = words;
        this.company = company;
        this.labels = labels;
    }

    @Transactional(readOnly = true)
    public AlertsView of(AlertType shown) {
        var all = alerts.visible();
        var counts = matches.counts(company.get(), all.stream().map(Alert::id).toList());
        var broken = alerts.broken(all);
        var sentences = words.now();
        return new AlertsView(
                shown,
                Stream.of(AlertType.BOTH, AlertType.COLLECTION, AlertType.RISK)
                        .map(type -> new AlertsView.Tab(type, (int) all.stream()
                                .filter(alert -> alert.type().isIn(type))
                                .count()))
                        .toList(),
                all.stream()
                        .filter(alert -> alert.type().isIn(shown))
                        .map(alert -> new AlertsView.Row(
                                alert,
                                sentences.of(alert.criteria()),
                                counts.getOrDefault(alert.id(), Counts.NONE),
                                broken.contains(alert.id())))
                        .toList(),
                matches.together(
                        company.get(),
                        all.stream()
                                .filter(alert -> alert.type().isIn(shown))
                                .map(Alert::id)
                                .toList()),
                company.get().name(),
                gallery(all, sentences));
    }

    private List<AlertsView.Ready> gallery(List<Alert> all, CriteriaWords.Sentences sentences) {
        var own = all.stream().filter(Alert::own).map(Alert::name).collect(toSet());
        return Arrays.stream(ReadyAlert.values())
                .map(ready -> {
                    var name = labels.text(ready.nameKey());
                    return new AlertsView.Ready(ready, name, sentences.of(ready.criteria()), own.contains(name));
                })
                .toList();
    }
}
