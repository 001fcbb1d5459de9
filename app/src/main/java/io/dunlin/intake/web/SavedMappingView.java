package io.dunlin.intake.web;

import io.dunlin.intake.AmountFormat;
import io.dunlin.intake.DateFormat;
import io.dunlin.intake.Field;
import io.dunlin.intake.SavedMapping;
import io.dunlin.intake.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A saved mapping as it is edited.
 *
 * @param required fields without which no file can be imported and that no column is, by code
 * @param twice fields that more than one column is, by code
 * @param problem key of what was refused; empty: nothing
 */
public record SavedMappingView(
        long id,
        String name,
        String subject,
        String mode,
        List<Row> rows,
        List<MappingView.Option> fields,
        List<String> required,
        List<String> twice,
        String problem,
        List<Object> places) {
    /**
     * @param formats between which a person can say; their texts have the key {@code intake.order.<name>} or
     *     {@code intake.amount.<name>}
     * @param family {@code order} or {@code amount}
     */
    public record Row(int at, String header, String field, String family, List<String> formats, String format) {}

    static SavedMappingView of(long id, String name, SavedMapping mapping, String problem, List<Object> places) {
        var fields = mapping.columns().stream()
                .map(SavedMapping.Column::field)
                .filter(Objects::nonNull)
                .toList();
        return new SavedMappingView(
                id,
                name,
                mapping.subject().name(),
                mapping.mode().name(),
                IntStream.range(0, mapping.columns().size())
                        .mapToObj(at -> row(at, mapping.columns().get(at)))
                        .toList(),
                Field.of(mapping.subject()).stream()
                        .map(field -> new MappingView.Option(field.name(), field.code()))
                        .toList(),
                Field.of(mapping.subject()).stream()
                        .filter(field -> field.required() && !field.isIn(fields))
                        .map(Field::code)
                        .toList(),
                mapping.twice().stream().map(Field::code).toList(),
                problem,
                places);
    }

    public boolean isItems() {
        return subject.equals(Subject.ITEMS.name());
    }

    private static Row row(int at, SavedMapping.Column column) {
        var field = column.field();
        var kind = field == null ? Field.Kind.TEXT : field.kind();
        var name = field == null ? "" : field.name();
        if (field != null && field.isDated()) {
            return new Row(at, column.header(), name, "order", names(DateFormat.Order.values()), name(column.dates()));
        }
        if (kind == Field.Kind.AMOUNT) {
            return new Row(at, column.header(), name, "amount", names(AmountFormat.values()), name(column.amounts()));
        }
        return new Row(at, column.header(), name, "", List.of(), "");
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static String name(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }
}
