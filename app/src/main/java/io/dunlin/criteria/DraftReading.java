package io.dunlin.criteria;

import io.dunlin.criteria.Catalogue.Entries;
import io.dunlin.criteria.Criteria.All;
import io.dunlin.criteria.Criteria.Any;
import io.dunlin.criteria.Criteria.Has;
import io.dunlin.criteria.Criteria.Not;
import io.dunlin.criteria.Criteria.Test;
import io.dunlin.criteria.Draft.Group;
import io.dunlin.criteria.Draft.Join;
import io.dunlin.criteria.Draft.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes criteria of a draft. What is still open is left out, what is wrong is named. */
public final class DraftReading {
    private final Entries catalogue;
    private final List<BadRow> bad = new ArrayList<>();
    private int open;

    private DraftReading(Entries catalogue) {
        this.catalogue = catalogue;
    }

    /** A row that cannot be used. */
    public record BadRow(String indicator, BadCriteria refusal) {}

    /**
     * What a draft asks for.
     *
     * @param open rows in which something is still to be said
     * @param bad without any, the criteria mean something
     */
    public record Result(Criteria criteria, int open, List<BadRow> bad) {}

    public static Result read(Subject subject, Group draft, Entries catalogue) {
        var reading = new DraftReading(catalogue);
        var criteria = reading.group(subject, draft).orElse(new All(List.of()));
        return new Result(criteria, reading.open, List.copyOf(reading.bad));
    }

    /** Empty where nothing in the group asks for anything. That there is an item at all is something to ask. */
    private Optional<Criteria> group(Subject subject, Group group) {
        var inside = group.join().isOfItems() ? Subject.ITEM : subject;
        var parts = group.parts().stream()
                .flatMap(part -> switch (part) {
                    case Group inner -> group(inside, inner).stream();
                    case Row row -> row(inside, row).stream();
                })
                .toList();
        if (parts.isEmpty() && !group.join().isOfItems()) {
            return Optional.empty();
        }
        return Optional.of(joined(group.join(), parts));
    }

    private static Criteria joined(Join join, List<Criteria> parts) {
        return switch (join) {
            case ALL -> one(parts);
            case ANY -> new Any(parts);
            case NONE -> new Not(parts.size() == 1 ? parts.getFirst() : new Any(parts));
            case HAS_ITEM -> new Has(Subject.ITEM, false, one(parts));
            case HAS_NO_ITEM -> new Has(Subject.ITEM, true, one(parts));
        };
    }

    private static Criteria one(List<Criteria> parts) {
        return parts.size() == 1 ? parts.getFirst() : new All(parts);
    }

    private Optional<Criteria> row(Subject subject, Row row) {
        if (row.isOpen()) {
            open++;
            return Optional.empty();
        }
        try {
            var word = row.word().equals(Row.IS) ? "oneOf" : row.word();
            var comparison = ComparisonJson.read(word, row.values(), "");
            var test = new Test(row.indicator(), comparison, row.isNegated(), row.orUnknown());
            new CriteriaCheck(catalogue).check(subject, test);
            return Optional.of(test);
        } catch (BadCriteria refusal) {
            bad.add(new BadRow(row.indicator(), refusal));
            return Optional.empty();
        }
    }
}
