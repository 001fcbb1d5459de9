package io.dunlin.intake.web;

import io.dunlin.intake.AmountFormat;
import io.dunlin.intake.ColumnProfile;
import io.dunlin.intake.DateFormat;
import io.dunlin.intake.Field;
import io.dunlin.intake.FileProfile;
import io.dunlin.intake.Mapping;
import io.dunlin.ledger.ItemKind;
import io.dunlin.ledger.LoadOrder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the form of the mapping page: {@code field_3}, {@code date_3} and {@code amount_3} for column 3, {@code type_FA} for a type. */
final class MappingForm {
    private static final String TYPE = "type_";

    private MappingForm() {}

    /** Nonsense counts as not chosen. */
    static Mapping read(Map<String, String> form, FileProfile profile, Mapping before) {
        var columns = new ArrayList<Mapping.Choice>();
        for (var at = 0; at < profile.columns().size(); at++) {
            columns.add(choice(form, at, profile.columns().get(at)));
        }
        var kinds = new HashMap<>(before.kinds());
        form.forEach((key, value) -> {
            if (key.startsWith(TYPE)) {
                var type = Mapping.typeName(key.substring(TYPE.length()));
                find(ItemKind.values(), value).ifPresentOrElse(kind -> kinds.put(type, kind), () -> kinds.remove(type));
            }
        });
        var mode = find(LoadOrder.Mode.values(), form.getOrDefault("mode", "")).orElse(LoadOrder.Mode.DELTA);
        return new Mapping(columns, kinds, mode).completed(profile);
    }

    static LocalDate asOf(Map<String, String> form, LocalDate before) {
        try {
            return LocalDate.parse(form.getOrDefault("asOf", ""));
        } catch (DateTimeParseException nonsense) {
            return before;
        }
    }

    private static Mapping.Choice choice(Map<String, String> form, int at, ColumnProfile column) {
        var field = find(Field.values(), form.getOrDefault("field_" + at, "")).orElse(null);
        if (field == null) {
            return new Mapping.Choice(null, null, null);
        }
        return switch (field.kind()) {
            case DATE, MONTH ->
                new Mapping.Choice(field, date(column.dates(), form.getOrDefault("date_" + at, "")), null);
            case AMOUNT ->
                new Mapping.Choice(field, null, chosen(column.amounts(), form.getOrDefault("amount_" + at, "")));
            case TEXT, CURRENCY, KIND, FLAG, SIDE, COUNTRY, LANGUAGE, GROUPS -> new Mapping.Choice(field, null, null);
        };
    }

    private static @Nullable DateFormat date(List<DateFormat> fitting, String order) {
        return fitting.size() == 1
                ? fitting.getFirst()
                : fitting.stream()
                        .filter(format -> format.order().name().equals(order))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable AmountFormat chosen(List<AmountFormat> fitting, String name) {
        return fitting.size() == 1
                ? fitting.getFirst()
                : fitting.stream()
                        .filter(format -> format.name().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
