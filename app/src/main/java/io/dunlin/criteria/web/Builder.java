package io.dunlin.criteria.web;

import io.dunlin.criteria.BadCriteria;
import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.Catalogue.Entries;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.Draft;
import io.dunlin.criteria.Draft.Group;
import io.dunlin.criteria.Draft.Join;
import io.dunlin.criteria.Draft.Row;
import io.dunlin.criteria.DraftReading;
import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.MatchCount;
import io.dunlin.criteria.SavedSearch;
import io.dunlin.criteria.SavedSearches;
import io.dunlin.criteria.Subject;
import io.dunlin.tenancy.CurrentCompany;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** Shows the builder of the criteria of customers or items: from an address, or after a step in its form. */
@Component
public class Builder {
    private final Catalogue catalogue;
    private final SavedSearches searches;
    private final MatchCount count;
    private final CurrentCompany company;
    private final Labels labels;

    Builder(Catalogue catalogue, SavedSearches searches, MatchCount count, CurrentCompany company, Labels labels) {
        this.catalogue = catalogue;
        this.searches = searches;
        this.count = count;
        this.company = company;
        this.labels = labels;
    }

    /** What the form selects; customers where it does not say. */
    static Subject subject(MultiValueMap<String, String> form) {
        return Subject.find(Objects.requireNonNullElse(form.getFirst("subject"), ""))
                .filter(subject -> subject == Subject.ITEM)
                .orElse(Subject.CUSTOMER);
    }

    /** What the form asks for. */
    @Transactional(readOnly = true)
    public DraftReading.Result read(MultiValueMap<String, String> form) {
        var entries = catalogue.now();
        return DraftReading.read(subject(form), draft(form, entries), entries);
    }

    /** The builder of criteria of customers that are kept elsewhere. */
    @Transactional(readOnly = true)
    public BuilderView opened(ListAddress address, Criteria criteria) {
        var entries = catalogue.now();
        return view(Subject.CUSTOMER, address, started(Draft.of(criteria), entries), entries, null, "");
    }

    /** The builder of the criteria of customers in an address; of one that means nothing an empty one, with the reason. */
    @Transactional(readOnly = true)
    public BuilderView opened(ListAddress address) {
        return opened(Subject.CUSTOMER, address);
    }

    /** As {@link #opened(ListAddress)}, of any subject that has a list. */
    @Transactional(readOnly = true)
    public BuilderView opened(Subject subject, ListAddress address) {
        var entries = catalogue.now();
        try {
            var draft = Draft.of(searches.asked(subject, address.criteria()));
            return view(subject, address, started(draft, entries), entries, null, focusOf(address));
        } catch (BadCriteria bad) {
            return view(
                    subject,
                    address,
                    started(new Group(Join.ALL, List.of()), entries),
                    entries,
                    labels.text(bad.key(), bad.arguments().toArray()),
                    "");
        }
    }

    /** The builder after a button of it was pressed, or a field changed that others depend on. */
    @Transactional(readOnly = true)
    public BuilderView after(MultiValueMap<String, String> form, String step) {
        var entries = catalogue.now();
        var taken = BuilderStep.take(draft(form, entries), step);
        return view(subject(form), ListAddress.of(form), taken.draft(), entries, null, taken.focus());
    }

    /** The builder as it was, with the reason why something was not done. */
    @Transactional(readOnly = true)
    public BuilderView refused(MultiValueMap<String, String> form, String refusal) {
        var entries = catalogue.now();
        return view(subject(form), ListAddress.of(form), draft(form, entries), entries, refusal, "");
    }

    /** How many meet what the form asks for. */
    @Transactional(readOnly = true)
    CountView count(MultiValueMap<String, String> form) {
        var entries = catalogue.now();
        return count(subject(form), draft(form, entries), entries);
    }

    private CountView count(Subject subject, Group draft, Entries entries) {
        var read = DraftReading.read(subject, draft, entries);
        var problems = read.bad().stream()
                .map(row -> labels.refusal(row.refusal(), name(row.indicator(), entries)))
                .toList();
        if (!problems.isEmpty()) {
            return new CountView(subject, null, read.open(), problems);
        }
        try {
            return new CountView(subject, count.of(subject, read.criteria(), company.get()), read.open(), problems);
        } catch (BadCriteria bad) {
            return new CountView(
                    subject,
                    null,
                    read.open(),
                    List.of(labels.text(bad.key(), bad.arguments().toArray())));
        }
    }

    private BuilderView view(
            Subject subject,
            ListAddress address,
            Group draft,
            Entries entries,
            @Nullable String refusal,
            String focus) {
        var offers = new Offers(entries, labels);
        var all = searches.of(subject);
        return new BuilderView(
                subject,
                address,
                offers.group(BuilderForm.ROOT, subject, draft),
                offers.indicators(any -> true),
                offers.indicators(indicator -> indicator.kind().isNumber()),
                count(subject, draft, entries),
                company.get().currency().getCurrencyCode(),
                all,
                shown(all, address),
                refusal,
                focus);
    }

    private static @Nullable SavedSearch shown(List<SavedSearch> all, ListAddress address) {
        return all.stream()
                .filter(search -> SavedSearches.address(search.id()).equals(address.criteria()))
                .findFirst()
                .orElse(null);
    }

    private static String focusOf(ListAddress address) {
        return address.criteria().isEmpty() ? BuilderStep.id("0-0", "what") : "";
    }

    private Group draft(MultiValueMap<String, String> form, Entries entries) {
        return BuilderForm.read(
                form,
                (row, before) -> entries.find(row.indicator())
                        .map(indicator -> Operators.fitting(row, indicator, before))
                        .orElse(row));
    }

    /** With a row to begin with, and comparisons by the words that the form knows. */
    private static Group started(Group draft, Entries entries) {
        return draft.parts().isEmpty()
                ? new Group(draft.join(), List.of(Row.EMPTY))
                : new Group(
                        draft.join(),
                        draft.parts().stream()
                                .map(part -> fitted(part, entries))
                                .toList());
    }

    private static Draft fitted(Draft part, Entries entries) {
        return switch (part) {
            case Group group ->
                new Group(
                        group.join(),
                        group.parts().stream().map(one -> fitted(one, entries)).toList());
            case Row row ->
                entries.find(row.indicator())
                        .map(indicator -> Operators.fitting(row, indicator, row))
                        .orElse(row);
        };
    }

    private String name(String code, Entries entries) {
        return entries.find(code).map(Indicator::label).map(labels::name).orElse(code);
    }
}
