package io.dunlin.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The names of columns in files that programs push, as {@code push-names.properties} beside this class lists them. */
final class PushNames {
    private static final Map<Field, List<String>> NAMES = read();

    private PushNames() {}

    /** The name to send for the field. */
    static String of(Field field) {
        return NAMES.getOrDefault(field, List.of(field.code())).getFirst();
    }

    static Map<Field, List<String>> all() {
        return NAMES;
    }

    private static Map<Field, List<String>> read() {
        var lines = new Properties();
        try (var file = Objects.requireNonNull(PushNames.class.getResourceAsStream("push-names.properties"))) {
            lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var names = new EnumMap<Field, List<String>>(Field.class);
        lines.forEach(
                (field, list) -> names.put(Field.valueOf((String) field), Arrays.asList(((String) list).split(" "))));
        return names;
    }
}
