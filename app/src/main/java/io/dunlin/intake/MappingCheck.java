package io.dunlin.intake;

import io.dunlin.kernel.Rejected;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What is still missing before a file can be imported.
 *
 * @param missing required fields that no column is
 * @param openDates columns of dates of which a person must say which comes first, day or month; positions from 0
 * @param openAmounts columns of amounts of which a person must say what separates the decimals
 * @param unreadable columns that hold no dates or amounts although their field asks for them
 * @param repeated fields that more than one column is
 * @param unknownTypes types of items that nobody has given a meaning
 */
public record MappingCheck(
        List<Field> missing,
        List<Integer> openDates,
        List<Integer> openAmounts,
        List<Integer> unreadable,
        List<Field> repeated,
        List<String> unknownTypes) {
    public static MappingCheck of(Subject subject, Mapping mapping, FileProfile profile) {
        var columns = profile.columns();
        var choices = mapping.columns();
        var fields = choices.stream()
                .map(Mapping.Choice::field)
                .filter(Objects::nonNull)
                .toList();
        return new MappingCheck(
                Field.of(subject).stream()
                        .filter(field -> field.required() && !field.isIn(fields))
                        .toList(),
                positions(choices, at -> {
                    var field = choices.get(at).field();
                    return field != null
                            && field.isDated()
                            && columns.get(at).dates().size() > 1
                            && choices.get(at).date() == null;
                }),
                positions(choices, at -> {
                    var field = choices.get(at).field();
                    return field != null
                            && field.kind() == Field.Kind.AMOUNT
                            && columns.get(at).amounts().size() > 1
                            && choices.get(at).amount() == null;
                }),
                positions(choices, at -> {
                    var field = choices.get(at).field();
                    return field != null && columns.get(at).values() > 0 && holdsNone(field, columns.get(at));
                }),
                fields.stream()
                        .filter(field -> fields.indexOf(field) != fields.lastIndexOf(field))
                        .distinct()
                        .toList(),
                mapping.columnOf(Field.ITEM_TYPE)
                        .map(at -> unknown(columns.get(at), mapping))
                        .orElse(List.of()));
    }

    public boolean isComplete() {
        return missing.isEmpty()
                && openDates.isEmpty()
                && openAmounts.isEmpty()
                && unreadable.isEmpty()
                && repeated.isEmpty()
                && unknownTypes.isEmpty();
    }

    void refuseIncomplete() {
        if (!isComplete()) {
            throw new Rejected("intake.mapping.incomplete");
        }
    }

    private static boolean holdsNone(Field field, ColumnProfile column) {
        return switch (field.kind()) {
            case DATE -> column.dates().isEmpty();
            case MONTH -> column.dates().isEmpty() && !Months.areIn(column);
            case AMOUNT -> column.amounts().isEmpty();
            case SIDE -> !Sides.areIn(column);
            case TEXT, CURRENCY, KIND, FLAG, COUNTRY, LANGUAGE, GROUPS -> false;
        };
    }

    private static List<String> unknown(ColumnProfile column, Mapping mapping) {
        return column.distinct().keySet().stream()
                .filter(type -> !mapping.kinds().containsKey(TypeNames.normal(type)))
                .toList();
    }

    private static List<Integer> positions(List<Mapping.Choice> choices, java.util.function.IntPredicate condition) {
        return IntStream.range(0, choices.size()).filter(condition).boxed().toList();
    }
}
