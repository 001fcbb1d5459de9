package io.dunlin.intake.web;

import io.dunlin.intake.AmountFormat;
import io.dunlin.intake.DateFormat;
import io.dunlin.intake.Field;
import io.dunlin.intake.SavedMapping;
import io.dunlin.ledger.LoadOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the form of a saved mapping: {@code field_3} and {@code format_3} for its column 3. */
final class SavedMappingForm {
    private SavedMappingForm() {}

    /** Nonsense counts as not chosen; names of columns stay. */
    static SavedMapping read(Map<String, String> form, SavedMapping before) {
        var columns = new ArrayList<SavedMapping.Column>();
        for (var at = 0; at < before.columns().size(); at++) {
            var field = find(Field.of(before.subject()), form.getOrDefault("field_" + at, ""));
            var format = form.getOrDefault("format_" + at, "");
            var kind = field == null ? Field.Kind.TEXT : field.kind();
            columns.add(new SavedMapping.Column(
                    before.columns().get(at).header(),
                    field,
                    field != null && field.isDated() ? find(Arrays.asList(DateFormat.Order.values()), format) : null,
                    kind == Field.Kind.AMOUNT ? find(Arrays.asList(AmountFormat.values()), format) : null));
        }
        var mode = find(List.of(LoadOrder.Mode.values()), form.getOrDefault("mode", ""));
        return new SavedMapping(before.subject(), mode == null ? before.mode() : mode, columns);
    }

    private static <E extends Enum<E>> @Nullable E find(Collection<E> values, String name) {
        return values.stream()
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
