package io.dunlin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/dunlin");
    /** A key of its own, not the beginning of one that goes on in code. */
    private static final Pattern USED = Pattern.compile(
            "(?:page|labels|words)\\.text\\(\\s*\"([^\"]+)\"\\s*[,)]|texts\\.text\\([^\"]*,\\s*\"([^\"]+)\"\\s*[,)]"
                    + "|new Rejected\\(\\s*\"([^\"]+)\"\\s*[,)]");

    private static final Pattern ICON = Pattern.compile("icon\\(name = \"([^\"]+)\"|icon = \"([^\"]+)\"");
    private static final Pattern MENU =
            Pattern.compile("new MenuEntry\\(\\s*\"([^\"]+)\",[^,]+,[^,]+,\\s*\"([^\"]+)\"");

    private final Map<String, Map<String, String>> languages = new Texts().byLanguage();
    private final Map<String, String> english = languages.getOrDefault("en", Map.of());

    @Test
    void all_languages_have_the_same_keys() {
        assertThat(languages).containsKeys("en", "fr");
        languages.forEach(
                (language, texts) -> assertThat(texts.keySet()).as(language).isEqualTo(english.keySet()));
    }

    @Test
    void a_text_has_the_same_places_in_all_languages() {
        languages.forEach((language, texts) -> texts.forEach((key, text) -> assertThat(places(language, text))
                .as("%s in %s", key, language)
                .isEqualTo(places("en", english.getOrDefault(key, "")))));
    }

    @Test
    void no_text_is_empty_or_has_blanks_around_it() {
        languages.forEach((language, texts) -> texts.forEach((key, text) ->
                assertThat(text).as("%s in %s", key, language).isNotEmpty().isEqualTo(text.strip())));
    }

    @Test
    void keys_that_code_names_exist() {
        var used = new TreeSet<String>();
        found(USED).forEach(match -> used.add(firstGroup(match)));
        assertThat(used).hasSizeGreaterThan(200);
        assertThat(english.keySet()).containsAll(used);
    }

    @Test
    void menu_entries_have_a_name_and_an_icon() {
        var icons = icons();
        assertThat(found(MENU)).isNotEmpty().allSatisfy(match -> {
            assertThat(english).containsKey("web.menu." + match.group(1));
            assertThat(icons).contains(match.group(2));
        });
    }

    @Test
    void icons_that_templates_name_exist() {
        var used = new TreeSet<String>();
        found(ICON).forEach(match -> used.add(firstGroup(match)));
        assertThat(used).isNotEmpty();
        assertThat(icons()).containsAll(used);
    }

    @Test
    void a_missing_text_falls_back_to_its_key_and_a_plural_to_its_number() {
        var texts = new Texts();
        assertThat(texts.text(Locale.FRENCH, "web.nothing.here")).isEqualTo("web.nothing.here");
        assertThat(texts.text(Locale.FRENCH, "web.table.count", 1)).isEqualTo("1 ligne");
        assertThat(texts.text(Locale.of("xx"), "web.signOut")).isEqualTo("Sign out");
    }

    private static TreeSet<String> places(String language, String text) {
        // A text without places is never parsed as a pattern: see Texts.
        return text.indexOf('{') < 0
                ? new TreeSet<>()
                : new TreeSet<>(new MessageFormat(text, Locale.of(language)).getArgumentNames());
    }

    private static TreeSet<String> icons() {
        var icons = new TreeSet<String>();
        Pattern.compile("name\\.equals\\(\"([^\"]+)\"\\)")
                .matcher(read(SOURCES.resolve("web/icon.jte")))
                .results()
                .forEach(match -> icons.add(match.group(1)));
        return icons;
    }

    private static Stream<MatchResult> found(Pattern pattern) {
        try (var files = Files.walk(SOURCES)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".jte") || file.toString().endsWith(".java"))
                    .toList()
                    .stream()
                    .flatMap(file -> pattern.matcher(read(file)).results());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String firstGroup(MatchResult match) {
        for (var group = 1; group <= match.groupCount(); group++) {
            if (match.group(group) != null) {
                return match.group(group);
            }
        }
        throw new IllegalStateException(match.group());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
