package io.dunlin.criteria.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.dunlin.criteria.Catalogue.Entries;
import io.dunlin.criteria.Draft;
import io.dunlin.criteria.Draft.Group;
import io.dunlin.criteria.Draft.Row;
import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.web.BuilderView.GroupView;
import io.dunlin.criteria.web.BuilderView.Part;
import io.dunlin.criteria.web.BuilderView.RowView;
import io.dunlin.criteria.web.BuilderView.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the rows of a builder offer: indicators by section, comparisons, values. */
final class Offers {
    private final Entries catalogue;
    private final Labels labels;
    /** Of one indicator the values are looked up once, in however many rows it stands. */
    private final Map<String, List<Choice>> choices = new HashMap<>();

    Offers(Entries catalogue, Labels labels) {
        this.catalogue = catalogue;
        this.labels = labels;
    }

    /** Those that a row about the subject can be about, by section: its own first, then those of what it belongs to. */
    Map<Subject, List<Section>> indicators(Predicate<Indicator> which) {
        return Map.of(
                Subject.CUSTOMER, sections(Subject.CUSTOMER, which, Subject.CUSTOMER, Subject.DEBTOR),
                Subject.ITEM, sections(Subject.ITEM, which, Subject.ITEM, Subject.CUSTOMER, Subject.DEBTOR));
    }

    private List<Section> sections(Subject level, Predicate<Indicator> which, Subject... subjects) {
        return Stream.of(subjects)
                .flatMap(subject -> catalogue.all().stream()
                        .filter(indicator -> indicator.subject() == subject && which.test(indicator))
                        .collect(groupingBy(Indicator::section, LinkedHashMap::new, toList()))
                        .entrySet()
                        .stream()
                        .map(section -> section(level, subject, section.getKey(), section.getValue())))
                .toList();
    }

    private Section section(Subject level, Subject subject, String code, List<Indicator> indicators) {
        var name = labels.text("criteria.section." + code);
        return new Section(
                subject == level ? name : labels.text("criteria.subject." + subject.code()) + " · " + name,
                indicators.stream()
                        .map(indicator -> new Choice(indicator.code(), labels.name(indicator.label())))
                        .toList());
    }

    GroupView group(String path, Subject subject, Group group) {
        var inside = group.join().isOfItems() ? Subject.ITEM : subject;
        var parts = new ArrayList<Part>();
        for (var part : group.parts()) {
            parts.add(part(path + "-" + parts.size(), inside, part));
        }
        return new GroupView(path, group.join(), inside, parts);
    }

    private Part part(String path, Subject subject, Draft part) {
        return switch (part) {
            case Group group -> group(path, subject, group);
            case Row row -> row(path, subject, row);
        };
    }

    private RowView row(String path, Subject subject, Row row) {
        var indicator = catalogue.find(row.indicator()).orElse(null);
        if (indicator == null) {
            return new RowView(
                    path,
                    subject,
                    row.indicator(),
                    row.indicator(),
                    null,
                    row.how(),
                    List.of(),
                    Input.NOTHING,
                    row.values(),
                    List.of(),
                    row.orUnknown());
        }
        var offered = choices(indicator, row);
        var input = Input.of(indicator, row.how());
        return new RowView(
                path,
                subject,
                row.indicator(),
                labels.name(indicator.label()),
                indicator.kind(),
                row.how(),
                Operators.of(indicator),
                input == Input.CHOICES && offered.isEmpty() ? Input.LIST : input,
                row.values(),
                offered,
                row.orUnknown());
    }

    /** Also those that the row has and nobody offers any more. */
    private List<Choice> choices(Indicator indicator, Row row) {
        if (!indicator.kind().isCode()) {
            return List.of();
        }
        var known = choices.computeIfAbsent(
                indicator.code(), any -> named(indicator.choices().get()));
        if (known.isEmpty()) {
            return known;
        }
        var values = known.stream().collect(toMap(Choice::value, Choice::label, (one, other) -> one));
        var gone = row.values().stream()
                .filter(value -> !value.isEmpty() && !values.containsKey(value))
                .map(value -> new Choice(value, value));
        return Stream.concat(gone, known.stream()).toList();
    }

    private List<Choice> named(List<Choice> offered) {
        return offered.stream()
                .map(choice -> new Choice(choice.value(), labels.name(choice.label())))
                .toList();
    }
}
