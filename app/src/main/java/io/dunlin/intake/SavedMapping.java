package io.dunlin.intake;

import io.dunlin.ledger.LoadOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What columns are, by their names: for every file that has columns so named, whatever else it has and in whatever order. */
public record SavedMapping(Subject subject, LoadOrder.Mode mode, List<Column> columns) {
    /**
     * @param header its name in the files
     * @param field null: it is not imported
     * @param dates what comes first in dates that fit two readings; null: not said
     * @param amounts how amounts are written that fit two readings; null: not said
     */
    public record Column(
            String header,
            @Nullable Field field,
            DateFormat.@Nullable Order dates,
            @Nullable AmountFormat amounts) {
        private Mapping.Choice over(ColumnProfile column) {
            var date = column.dates().stream()
                    .filter(format -> format.order() == dates)
                    .findFirst()
                    .orElse(null);
            return Suggestions.choice(field, column, new Mapping.Choice(field, date, amounts));
        }
    }

    /**
     * The mapping laid over a file.
     *
     * @param missing names of columns that the file does not have
     * @param unknown names of columns of the file that the mapping says nothing of; they stay as they were
     */
    public record Applied(Mapping mapping, List<String> missing, List<String> unknown) {}

    public SavedMapping {
        columns = List.copyOf(columns);
    }

    static SavedMapping of(Subject subject, List<String> headers, Mapping mapping) {
        var columns = IntStream.range(
                        0, Math.min(headers.size(), mapping.columns().size()))
                .filter(at -> !HeaderNames.isReason(headers.get(at)))
                .mapToObj(at -> column(headers.get(at), mapping.columns().get(at)))
                .toList();
        return new SavedMapping(subject, mapping.mode(), columns);
    }

    public static SavedMapping of(Subject subject, FileProfile profile, Mapping mapping) {
        return of(subject, profile.columns().stream().map(ColumnProfile::header).toList(), mapping);
    }

    /** Lays it over what has been chosen for a file. */
    public Applied over(FileProfile profile, Mapping chosen) {
        var left = byName();
        var unknown = new ArrayList<Integer>();
        var choices = new ArrayList<Mapping.Choice>();
        for (var column : profile.columns()) {
            var saved = left.getOrDefault(HeaderNames.normal(column.header()), new ArrayDeque<>())
                    .poll();
            if (saved == null) {
                unknown.add(choices.size());
            }
            choices.add(saved == null ? Mapping.Choice.NOTHING : saved.over(column));
        }
        var taken = new HashSet<@Nullable Field>();
        choices.forEach(choice -> taken.add(choice.field()));
        unknown.forEach(at -> choices.set(at, untaken(chosen.columns().get(at), taken)));
        return new Applied(
                new Mapping(choices, chosen.kinds(), mode).completed(profile),
                columns.stream()
                        .filter(column -> column.field() != null && isLeft(column, left))
                        .map(Column::header)
                        .toList(),
                unknown.stream()
                        .map(at -> profile.columns().get(at).header())
                        .filter(header -> !HeaderNames.isReason(header))
                        .toList());
    }

    /** Fields that more than one column is. */
    public Set<Field> twice() {
        var seen = new HashSet<Field>();
        return columns.stream()
                .map(Column::field)
                .filter(Objects::nonNull)
                .filter(field -> !seen.add(field))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
    }

    private Map<String, Queue<Column>> byName() {
        var byName = new HashMap<String, Queue<Column>>();
        columns.forEach(
                column -> byName.computeIfAbsent(HeaderNames.normal(column.header()), name -> new ArrayDeque<>())
                        .add(column));
        return byName;
    }

    private static boolean isLeft(Column column, Map<String, Queue<Column>> left) {
        return left.getOrDefault(HeaderNames.normal(column.header()), new ArrayDeque<>()).stream()
                .anyMatch(other -> other == column);
    }

    private static Mapping.Choice untaken(Mapping.Choice choice, Set<@Nullable Field> taken) {
        return taken.contains(choice.field()) ? Mapping.Choice.NOTHING : choice;
    }

    private static Column column(String header, Mapping.Choice choice) {
        var date = choice.date();
        return new Column(header, choice.field(), date == null ? null : date.order(), choice.amount());
    }
}
