package io.dunlin.criteria.scorecards.web;

import static java.util.stream.Collectors.toMap;

import io.dunlin.criteria.BadCriteria;
import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.Catalogue.Entries;
import io.dunlin.criteria.CriteriaJson;
import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.SavedSearch;
import io.dunlin.criteria.SavedSearches;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.scorecards.CardChanges;
import io.dunlin.criteria.scorecards.Definition;
import io.dunlin.criteria.scorecards.Flaw;
import io.dunlin.criteria.scorecards.ScoreHistory;
import io.dunlin.criteria.scorecards.ScorePreview;
import io.dunlin.criteria.scorecards.Scorecards;
import io.dunlin.criteria.scorecards.web.CardDraft.AxisDraft;
import io.dunlin.criteria.scorecards.web.CardView.AxisView;
import io.dunlin.criteria.web.BuilderView;
import io.dunlin.criteria.web.CriteriaWords;
import io.dunlin.criteria.web.Labels;
import io.dunlin.tenancy.CurrentCompany;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** Shows the editor of a card: as it is kept, after a button in its form, or with what the card would do. */
@Component
class CardEditor {
    private final Catalogue catalogue;
    private final SavedSearches searches;
    private final Scorecards cards;
    private final CardChanges changes;
    private final ScorePreview previews;
    private final ScoreHistory history;
    private final CurrentCompany company;
    private final Labels labels;
    private final CriteriaWords words;

    CardEditor(
            Catalogue catalogue,
            SavedSearches searches,
            Scorecards cards,
            CardChanges changes,
            ScorePreview previews,
            ScoreHistory history,
            CurrentCompany company,
            Labels labels,
            CriteriaWords words) {
        this.catalogue = catalogue;
        this.searches = searches;
        this.cards = cards;
        this.changes = changes;
        this.previews = previews;
        this.history = history;
        this.company = company;
        this.labels = labels;
        this.words = words;
    }

    /**
     * What was typed.
     *
     * @param flaws empty: it can be saved
     */
    record Read(CardDraft draft, Definition definition, List<Flaw> flaws) {}

    @Transactional(readOnly = true)
    CardView fresh(boolean matrix) {
        var entries = catalogue.now();
        var proposals = new Proposals(entries);
        return view(matrix ? proposals.matrix() : proposals.points(), entries, List.of(), null, "card-name");
    }

    /** With what is wrong with it, where an indicator or a search has gone since it was saved. */
    @Transactional(readOnly = true)
    CardView kept(long id) {
        var card = cards.get(id);
        return view(CardDrafts.of(card), catalogue.now(), changes.flaws(id, card.name(), card.definition()), null, "");
    }

    @Transactional(readOnly = true)
    CardView after(MultiValueMap<String, String> form, String step) {
        var entries = catalogue.now();
        var fields = new CardForm(form);
        var taken = CardStep.read(step);
        var draft = taken.take(chosen(fields, entries), fields.added(taken.of()));
        var focus = step.startsWith("add ") && !taken.what().equals("band") ? last(taken.what(), draft) : "";
        return view(draft, entries, List.of(), null, focus);
    }

    @Transactional(readOnly = true)
    Read read(MultiValueMap<String, String> form) {
        var draft = chosen(new CardForm(form), catalogue.now());
        var names = new HashMap<>(
                searches.of(Subject.CUSTOMER).stream().collect(toMap(SavedSearch::id, SavedSearch::name)));
        if (draft.id() != null) {
            // A search of a colleague's own stays in the card that has it.
            cards.get(draft.id()).definition().overrides().stream()
                    .filter(one -> one.search() != null)
                    .forEach(one -> names.putIfAbsent(one.search(), one.name()));
        }
        var read = new CardReading(names).read(draft);
        var flaws = read.flaws().isEmpty() ? changes.flaws(draft.id(), draft.name(), read.definition()) : read.flaws();
        return new Read(draft, read.definition(), flaws);
    }

    /** What the card would do, or what is wrong with it. */
    @Transactional(readOnly = true)
    CardView tried(Read read) {
        var preview =
                read.flaws().isEmpty() ? previews.of(company.get(), read.draft().id(), read.definition()) : null;
        return view(read.draft(), catalogue.now(), read.flaws(), preview, "");
    }

    /** Where another indicator was chosen its bands are proposed anew. */
    private CardDraft chosen(CardForm form, Entries entries) {
        var draft = form.read();
        var proposals = new Proposals(entries);
        var lines = IntStream.range(0, draft.lines().size())
                .mapToObj(at -> {
                    var line = draft.lines().get(at);
                    return isOther(form, "line.%d.".formatted(at), line.axis()) ? proposals.line(line) : line;
                })
                .toList();
        var otherRows = isOther(form, "rows.", draft.rows());
        var otherColumns = isOther(form, "columns.", draft.columns());
        var rows = otherRows ? proposals.axis(draft.rows().indicator()) : draft.rows();
        var columns = otherColumns ? proposals.axis(draft.columns().indicator()) : draft.columns();
        return draft.withLines(lines)
                .withMatrix(
                        rows,
                        columns,
                        otherRows || otherColumns ? Proposals.cells(rows, columns, draft.grades()) : draft.cells());
    }

    private static boolean isOther(CardForm form, String place, AxisDraft axis) {
        return !axis.indicator().equals(form.indicatorBefore(place));
    }

    private static String last(String what, CardDraft draft) {
        return switch (what) {
            case "grade" -> "card-grade-%d-name".formatted(draft.grades().size() - 1);
            case "override" ->
                "card-override-%d-search".formatted(draft.overrides().size() - 1);
            default -> "card-line-%d-indicator".formatted(draft.lines().size() - 1);
        };
    }

    private CardView view(
            CardDraft draft, Entries entries, List<Flaw> flaws, ScorePreview.@Nullable Preview preview, String focus) {
        var wrong = new LinkedHashMap<String, String>();
        flaws.forEach(flaw -> wrong.putIfAbsent(
                flaw.place(), labels.text(flaw.key(), flaw.arguments().toArray())));
        var id = draft.id();
        return new CardView(
                draft,
                id == null ? null : cards.get(id).name(),
                sections(entries, id),
                searches.of(Subject.CUSTOMER),
                own(draft),
                IntStream.range(0, draft.lines().size())
                        .mapToObj(at -> axis(
                                "line.%d.".formatted(at), draft.lines().get(at).axis(), entries))
                        .toList(),
                axis("rows.", draft.rows(), entries),
                axis("columns.", draft.columns(), entries),
                wrong,
                preview,
                id == null ? List.of() : history.of(company.get(), id),
                company.get().currency().getCurrencyCode(),
                focus);
    }

    /** The criteria of each override in words; empty for those that go by a search. */
    private List<String> own(CardDraft draft) {
        var sentences = words.now();
        return draft.overrides().stream()
                .map(override -> override.criteria() == null ? "" : inWords(override.criteria(), sentences))
                .toList();
    }

    private static String inWords(String json, CriteriaWords.Sentences sentences) {
        try {
            return sentences.of(CriteriaJson.read(json));
        } catch (BadCriteria none) {
            return "";
        }
    }

    private AxisView axis(String place, AxisDraft draft, Entries entries) {
        var indicator = entries.find(draft.indicator()).orElse(null);
        var codes = indicator == null || !draft.codes()
                ? List.<Choice>of()
                : indicator.choices().get();
        return new AxisView(
                place,
                draft,
                indicator == null ? draft.indicator() : labels.name(indicator.label()),
                indicator == null ? null : indicator.kind(),
                codes.stream()
                        .map(choice -> new Choice(choice.value(), labels.name(choice.label())))
                        .toList());
    }

    /** Without the card's own class and points. */
    private List<BuilderView.Section> sections(Entries entries, @Nullable Long id) {
        var sections = new LinkedHashMap<String, List<Choice>>();
        entries.all().stream()
                .filter(CardChanges::fits)
                .filter(one -> id == null || !one.code().startsWith("scorecard.%d.".formatted(id)))
                .forEach(one -> sections.computeIfAbsent(section(one), any -> new ArrayList<>())
                        .add(new Choice(one.code(), labels.name(one.label()))));
        return sections.entrySet().stream()
                .map(one -> new BuilderView.Section(one.getKey(), one.getValue()))
                .toList();
    }

    private String section(Indicator indicator) {
        var name = labels.text("criteria.section." + indicator.section());
        return indicator.subject() == Subject.DEBTOR ? labels.text("criteria.scorecards.ofDebtor", name) : name;
    }
}
