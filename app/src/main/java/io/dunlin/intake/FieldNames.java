package io.dunlin.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The names under which columns are known in seven languages: one file for each beside this class. */
final class FieldNames {
    private static final List<String> LANGUAGES = List.of("en", "fr", "de", "es", "it", "pt", "nl");
    private static final int LONGEST = 60;
    /** By field: each name with its rank, 0 for the most telling. */
    private static final Map<Field, Map<String, Integer>> RANKS = new EnumMap<>(Field.class);

    private static final Set<String> ALL = new HashSet<>();

    static {
        for (var field : Field.values()) {
            RANKS.put(field, new HashMap<>(Map.of(HeaderNames.normal(field.code()), 0)));
        }
        LANGUAGES.forEach(FieldNames::learn);
        LANGUAGES.forEach(FieldNames::learnLabels);
        // Programs mean what they say.
        PushNames.all()
                .forEach((field, names) -> names.forEach(
                        name -> Objects.requireNonNull(RANKS.get(field)).put(HeaderNames.normal(name), 0)));
        RANKS.values().forEach(names -> ALL.addAll(names.keySet()));
    }

    private FieldNames() {}

    /** What the pages call the fields is what stands above the columns of the files to fill in: see {@link Templates}. */
    private static void learnLabels(String language) {
        var texts = read("web/messages_" + language + ".properties");
        for (var field : Field.values()) {
            var label = texts.getProperty("intake.field." + field.code(), "");
            if (!label.isEmpty()) {
                Objects.requireNonNull(RANKS.get(field)).put(HeaderNames.normal(label), 0);
            }
        }
    }

    /** Empty where there is no such file: the pages speak fewer languages than the files. */
    private static Properties read(String file) {
        var lines = new Properties();
        try (var content = FieldNames.class.getResourceAsStream(file)) {
            if (content != null) {
                lines.load(new InputStreamReader(content, StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return lines;
    }

    private static void learn(String language) {
        read("headers_" + language + ".properties").forEach((field, all) -> {
            var ranks = Objects.requireNonNull(RANKS.get(Field.valueOf(field.toString())));
            var rank = 1;
            for (var name : all.toString().split(",")) {
                ranks.merge(HeaderNames.normal(name), rank++, Math::min);
            }
        });
    }

    /** Whether the header names a field of any subject. */
    static boolean isKnown(String header) {
        return !header.isEmpty() && header.length() <= LONGEST && ALL.contains(HeaderNames.normal(header));
    }

    /**
     * How telling a name is for the field, 0 most of all; negative where it says nothing of it.
     *
     * @param name as {@link HeaderNames#normal} writes it
     */
    static int rank(Field field, String name) {
        return Objects.requireNonNull(RANKS.get(field)).getOrDefault(name, -1);
    }
}
