package io.dunlin.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All texts of the product: {@code messages_<language>.properties} in UTF-8 beside the pages that use them.
 *
 * <p>Keys are unique over all modules and start with the module's name. Places and plurals follow ICU
 * ({@code {0, plural, one {# item} other {# items}}}). To add a language, add one file per module.
 */
@Component
public final class Texts {
    private final Map<String, Map<String, String>> byLanguage = new TreeMap<>();

    public Texts() {
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:io/dunlin/**/messages_*.properties");
            for (var file : files) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                var name = String.valueOf(file.getFilename());
                var language = name.substring("messages_".length(), name.length() - ".properties".length());
                var texts = byLanguage.computeIfAbsent(language, any -> new HashMap<>());
                properties.forEach((key, text) -> {
                    if (texts.put((String) key, (String) text) != null) {
                        throw new IllegalStateException(
                                "The text %s (%s) stands in two files".formatted(key, language));
                    }
                });
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Languages there are texts in, with their texts by key. */
    public Map<String, Map<String, String>> byLanguage() {
        return byLanguage;
    }

    /** The text in the language, or in English where it is missing; a key without any text is shown as it is. */
    public String text(Locale language, String key, Object... arguments) {
        var text = byLanguage.getOrDefault(language.getLanguage(), Map.of()).get(key);
        if (text == null) {
            text = byLanguage.getOrDefault("en", Map.of()).getOrDefault(key, key);
        }
        return arguments.length == 0 && text.indexOf('{') < 0
                ? text.replace("''", "'")
                : new MessageFormat(text, language).format(arguments);
    }
}
