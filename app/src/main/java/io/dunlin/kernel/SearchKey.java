package io.dunlin.kernel;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form in which names are searched: lower case, without accents, one space between words. Its twin in SQL is {@code ledger.search_key}. */
public final class SearchKey {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    /** What stands between words: all of ASCII and Latin-1 that is neither letter nor digit, and general punctuation. */
    private static final Pattern BETWEEN = Pattern.compile("[\\x00-/:-@\\[-`{-\u00bf\u00d7\u00f7\u2000-\u206f\u3000]+");

    private SearchKey() {}

    /** The parts one after the other; null and blank ones count for nothing. Empty where there is no part. */
    public static String of(@Nullable String... parts) {
        return SPACES.matcher(folded(parts)).replaceAll(" ").strip();
    }

    /** The words of such a text: letters and digits without all else. */
    public static List<String> words(@Nullable String... parts) {
        return BETWEEN.splitAsStream(folded(parts))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String folded(@Nullable String... parts) {
        var text = Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
        // Most names; a search looks at a thousand of them while somebody types.
        return isPlain(text)
                ? text.toLowerCase(Locale.ROOT)
                : letters(MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT));
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(letter -> letter < 128);
    }

    /** Letters that Unicode does not take apart. */
    private static String letters(String text) {
        return isPlain(text)
                ? text
                : text.replace("ß", "ss")
                        .replace("æ", "ae")
                        .replace("œ", "oe")
                        .replace("ø", "o")
                        .replace("ł", "l")
                        .replace("đ", "d")
                        .replace("ı", "i")
                        .replace("ς", "σ");
    }
}
