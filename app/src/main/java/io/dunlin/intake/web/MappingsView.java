package io.dunlin.intake.web;

import io.dunlin.intake.Field;
import io.dunlin.intake.RememberedMapping;
import io.dunlin.intake.SavedMapping;
import io.dunlin.intake.SavedMappings;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The page of all mappings.
 *
 * @param count remembered ones, over those that are shown
 * @param problem key of what was refused; empty: nothing
 */
public record MappingsView(
        List<Saved> saved, List<Remembered> remembered, long count, String problem, List<Object> places) {
    private static final int MOST_TOLD = 3;

    /** @param code of its field, {@code intake.field.<code>}; empty: not imported */
    public record Line(String header, String code) {}

    /** @param usedAt null: never */
    public record Saved(
            long id,
            String name,
            String subject,
            List<Line> columns,
            @Nullable Instant usedAt) {}

    /** @param named whether the names of the columns are known */
    public record Remembered(long id, String subject, List<Line> columns, boolean named, Instant usedAt) {}

    static MappingsView of(
            List<SavedMappings.Named> saved,
            List<RememberedMapping> remembered,
            long count,
            String problem,
            List<Object> places) {
        return new MappingsView(
                saved.stream().map(MappingsView::row).toList(),
                remembered.stream().map(MappingsView::row).toList(),
                count,
                problem,
                places);
    }

    /** The first columns that are imported. */
    public static List<Line> told(List<Line> columns) {
        return columns.stream()
                .filter(line -> !line.code().isEmpty())
                .limit(MOST_TOLD)
                .toList();
    }

    private static Saved row(SavedMappings.Named named) {
        return new Saved(
                named.id(), named.name(), named.mapping().subject().name(), lines(named.mapping()), named.usedAt());
    }

    private static Remembered row(RememberedMapping one) {
        var named = !one.headers().isEmpty();
        return new Remembered(
                one.id(), one.subject().name(), named ? lines(one.saved()) : unnamed(one), named, one.usedAt());
    }

    private static List<Line> lines(SavedMapping mapping) {
        return mapping.columns().stream()
                .map(column -> new Line(column.header(), code(column.field())))
                .toList();
    }

    private static List<Line> unnamed(RememberedMapping one) {
        var columns = one.mapping().columns();
        return IntStream.range(0, columns.size())
                .mapToObj(at ->
                        new Line(MappingView.letter(at), code(columns.get(at).field())))
                .toList();
    }

    private static String code(@Nullable Field field) {
        return field == null ? "" : field.code();
    }
}
