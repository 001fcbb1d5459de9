package io.dunlin.ledger;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form in which names are searched: lower case, without accents, one space between words. */
public final class SearchKey {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private SearchKey() {}

    /** The parts one after the other; null and blank ones count for nothing. Empty where there is no part. */
    public static String of(@Nullable String... parts) {
        var text = Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
        var bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return SPACES.matcher(letters(bare)).replaceAll(" ").strip();
    }

    /** Letters that Unicode does not take apart. */
    private static String letters(String text) {
        return text.chars().allMatch(letter -> letter < 128)
                ? text
                : text.replace("ß", "ss")
                        .replace("æ", "ae")
                        .replace("œ", "oe")
                        .replace("ø", "o")
                        .replace("ł", "l")
                        .replace("đ", "d")
                        .replace("ı", "i");
    }
}
