package io.dunlin.tenancy.web;

import io.dunlin.tenancy.Role;
import io.dunlin.web.Page;
import java.text.Collator;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What drop-downs offer: values and their names, in the order shown. */
public final class Choices {
    private Choices() {}

    public static Map<String, String> countries(Locale language) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> Map.entry(code, Locale.of("", code).getDisplayCountry(language)))
                .sorted(Map.Entry.comparingByValue(Collator.getInstance(language)))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    public static Map<String, String> currencies(Locale language) {
        return named(
                Inputs.currencies().stream(),
                code -> code + " – " + Currency.getInstance(code).getDisplayName(language));
    }

    public static Map<String, String> zones() {
        return named(Inputs.zones().stream(), zone -> zone.replace('_', ' '));
    }

    public static Map<String, String> months(Locale language) {
        return named(
                Arrays.stream(Month.values()).map(month -> String.valueOf(month.getValue())),
                number -> Month.of(Integer.parseInt(number)).getDisplayName(TextStyle.FULL_STANDALONE, language));
    }

    public static Map<String, String> roles(Page page) {
        return named(
                Arrays.stream(Role.values()).map(Role::name),
                name -> page.text(Role.valueOf(name).textKey()));
    }

    /** All languages there are texts in, each in its own words. */
    public static Map<String, String> languages(Page page) {
        return named(
                page.texts().byLanguage().keySet().stream(),
                code -> Locale.of(code).getDisplayLanguage(Locale.of(code)));
    }

    /** Each as the last day of a year looks in it, which leaves no doubt about day and month. */
    public static Map<String, String> dateFormats(Page page) {
        var example = LocalDate.of(2026, 12, 31);
        return named(
                AccountForm.DATE_FORMATS.stream(),
                format -> DateTimeFormatter.ofPattern(format, page.language()).format(example));
    }

    public static Map<String, String> themes(Page page) {
        return named(AccountForm.THEMES.stream(), theme -> page.text("tenancy.theme." + theme));
    }

    /** Days that a token lives; 0: until revoked. */
    public static Map<String, String> lifetimes(Page page) {
        return named(
                List.of(30, 90, 365, 0).stream().map(String::valueOf),
                days -> page.text("tenancy.token.days", Integer.valueOf(days)));
    }

    private static Map<String, String> named(Stream<String> values, Function<String, String> name) {
        return values.collect(Collectors.toMap(Function.identity(), name, (one, other) -> one, LinkedHashMap::new));
    }
}
