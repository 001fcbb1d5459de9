package io.dunlin.criteria.scorecards;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.scorecards.Definition.Overriding;
import io.dunlin.criteria.scorecards.Scorecards.Search;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether cards mean something: by themselves, with the searches they go by, and with the other cards they look at. */
@Component
class CardCheck {
    private final Catalogue catalogue;
    private final Selections selections;
    private final Scorecards cards;

    CardCheck(Catalogue catalogue, Selections selections, Scorecards cards) {
        this.catalogue = catalogue;
        this.selections = selections;
        this.cards = cards;
    }

    /**
     * @param cards those that can be calculated, each behind those it looks at
     * @param broken the others, each with the reasons
     */
    record Sorted(List<Scorecard> cards, Map<Long, List<Flaw>> broken) {}

    /** All cards of the tenant, in the order in which they are calculated. */
    Sorted sorted() {
        var all = cards.all();
        var byId = all.stream().collect(toMap(Scorecard::id, card -> card));
        var order = order(all, cards.searches(searchesOf(all.stream())));
        var broken = new HashMap<Long, List<Flaw>>();
        var sound = new ArrayList<Scorecard>();
        for (var card : all) {
            var flaws = new ArrayList<>(flaws(card.definition()));
            if (!order.order().contains(card.id())) {
                flaws.add(Flaw.of("", "criteria.scorecards.bad.circle", circle(order, byId)));
            }
            if (!flaws.isEmpty()) {
                broken.put(card.id(), List.copyOf(flaws));
            }
        }
        order.order().stream()
                .filter(id -> !broken.containsKey(id))
                .map(byId::get)
                .forEach(sound::add);
        return new Sorted(List.copyOf(sound), Map.copyOf(broken));
    }

    /** What is wrong with a definition that is to be the next version of a card; null: of a new one, which no other can look at. */
    List<Flaw> flaws(@Nullable Long id, String name, Definition definition) {
        var flaws = new ArrayList<>(flaws(definition));
        if (id == null) {
            return flaws;
        }
        var all = new ArrayList<>(cards.all());
        all.replaceAll(
                card -> card.id() == id ? new Scorecard(id, name, card.version(), definition, card.changedAt()) : card);
        var order = order(all, cards.searches(searchesOf(all.stream())));
        order.circles().stream()
                .filter(circle -> circle.contains(id))
                .findFirst()
                .ifPresent(circle -> {
                    var byId = all.stream().collect(toMap(Scorecard::id, card -> card));
                    flaws.add(Flaw.of(
                            "",
                            "criteria.scorecards.bad.circle",
                            circle(new CardOrder(List.of(), List.of(circle)), byId)));
                });
        return flaws;
    }

    /** The criteria of the overrides of a definition, in their order. Expects one without flaws. */
    List<Criteria> criteria(Definition definition) {
        var known = cards.searches(searchesOf(definition));
        return definition.overrides().stream()
                .map(one -> Objects.requireNonNull(criteria(one, known)))
                .toList();
    }

    private List<Flaw> flaws(Definition definition) {
        var flaws = new ArrayList<>(DefinitionCheck.of(definition, catalogue.now()));
        var known = cards.searches(searchesOf(definition));
        for (var at = 0; at < definition.overrides().size(); at++) {
            var override = definition.overrides().get(at);
            if (!meansSomething(criteria(override, known))) {
                var what = override.search() == null ? "criteria" : "search";
                flaws.add(Flaw.of("override.%d.%s".formatted(at, what), "criteria.scorecards.bad." + what, at + 1));
            }
        }
        return flaws;
    }

    /** Criteria that ask for nothing would take everybody. */
    private boolean meansSomething(@Nullable Criteria criteria) {
        return criteria != null
                && !criteria.equals(new Criteria.All(List.of()))
                && selections
                        .problems(Subject.CUSTOMER, List.of(criteria))
                        .getFirst()
                        .isEmpty();
    }

    /** Null where the search has gone. */
    private static @Nullable Criteria criteria(Overriding override, Map<Long, Search> known) {
        if (override.search() == null) {
            return override.criteria();
        }
        var search = known.get(override.search());
        return search == null ? null : search.criteria();
    }

    /**
     * The cards that would look at the outcome of a definition, also by way of others, in the order in which they are calculated. Without
     * those that mean nothing any more.
     */
    List<Scorecard> behind(long id, Definition definition) {
        var all = replaced(id, definition);
        var needs = needs(all, cards.searches(searchesOf(all.stream())));
        var byId = all.stream().collect(toMap(Scorecard::id, card -> card));
        var touched = new HashSet<>(Set.of(id));
        var behind = new ArrayList<Scorecard>();
        for (var next : CardOrder.of(needs).order()) {
            var card = Objects.requireNonNull(byId.get(next));
            if (next != id
                    && !Collections.disjoint(Objects.requireNonNull(needs.get(next)), touched)
                    && flaws(card.definition()).isEmpty()) {
                touched.add(next);
                behind.add(card);
            }
        }
        return behind;
    }

    private List<Scorecard> replaced(long id, Definition definition) {
        return cards.all().stream()
                .map(card -> card.id() == id
                        ? new Scorecard(id, card.name(), card.version(), definition, card.changedAt())
                        : card)
                .toList();
    }

    private static CardOrder order(List<Scorecard> all, Map<Long, Search> searches) {
        return CardOrder.of(needs(all, searches));
    }

    /** For each card those that it looks at. */
    private static Map<Long, Set<Long>> needs(List<Scorecard> all, Map<Long, Search> searches) {
        var needs = new LinkedHashMap<Long, Set<Long>>();
        all.forEach(card -> needs.put(
                card.id(),
                UsedIndicators.cards(
                        card.definition(),
                        card.definition().overrides().stream()
                                .map(one -> criteria(one, searches))
                                .filter(Objects::nonNull)
                                .toList())));
        return needs;
    }

    private static String circle(CardOrder order, Map<Long, Scorecard> byId) {
        return order.circles().stream()
                .flatMap(circle -> circle.stream())
                .map(id -> Objects.requireNonNull(byId.get(id)).name())
                .collect(joining(" → "));
    }

    private static Set<Long> searchesOf(Stream<Scorecard> all) {
        return all.flatMap(card -> searchesOf(card.definition()).stream()).collect(toSet());
    }

    static Set<Long> searchesOf(Definition definition) {
        return definition.overrides().stream()
                .map(Overriding::search)
                .filter(Objects::nonNull)
                .collect(toSet());
    }
}
