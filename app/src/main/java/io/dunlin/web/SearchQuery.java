package io.dunlin.web;

import io.dunlin.kernel.SearchKey;
import io.dunlin.kernel.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the quick search. All its words must be met, each by a word or by the beginning of one; what is
 * written in one piece, such as a number with spaces or hyphens, is also met without them.
 *
 * @param text without outer spaces
 * @param words in the form of {@link SearchKey}, none twice
 */
public record SearchQuery(String text, List<String> words) {
    /** Rank of what does not meet the query. */
    public static final int NONE = Integer.MAX_VALUE;

    private static final int LONGEST = 80;
    private static final int MOST_WORDS = 6;
    private static final int SHORTEST = 2;

    public SearchQuery {
        words = List.copyOf(words);
    }

    public static SearchQuery of(@Nullable String typed) {
        var text = typed == null ? "" : typed.replace('\0', ' ').strip();
        var cut = text.substring(0, Math.min(text.length(), LONGEST));
        return new SearchQuery(
                cut, SearchKey.words(cut).stream().distinct().limit(MOST_WORDS).toList());
    }

    /** One letter would find half of everything. */
    public boolean isTooShort() {
        return inOnePiece().length() < SHORTEST;
    }

    /** All letters and digits without what stands between them. */
    public String inOnePiece() {
        return String.join("", SearchKey.words(text));
    }

    /**
     * How well something meets the query whose names and numbers are these: 0 where one of them is what was typed, the more the
     * worse, {@link #NONE} where a word is not met. The first is what it is called by.
     */
    public int rank(@Nullable String... names) {
        var piece = inOnePiece();
        var split = Arrays.stream(names)
                .filter(Objects::nonNull)
                .map(SearchKey::words)
                .toList();
        var pieces = split.stream().map(name -> String.join("", name)).toList();
        if (pieces.contains(piece)) {
            return 0;
        }
        var written = split.stream().flatMap(List::stream).toList();
        var rank = 1;
        for (var word : words) {
            var best = written.stream().mapToInt(one -> rank(word, one)).min().orElse(NONE);
            if (best == NONE) {
                return pieces.stream().anyMatch(one -> one.startsWith(piece)) ? 2 : NONE;
            }
            rank += best;
        }
        return words.isEmpty() ? NONE : rank + (pieces.getFirst().startsWith(words.getFirst()) ? 0 : 1);
    }

    /** Of one word: right, the beginning of one, or with errors. */
    private static int rank(String typed, String written) {
        if (written.equals(typed)) {
            return 0;
        }
        if (written.startsWith(typed)) {
            return 2;
        }
        var errors = Spelling.errors(typed, written);
        return errors.isPresent() ? 4 + 4 * errors.getAsInt() + Math.min(3, Spelling.distance(typed, written)) : NONE;
    }
}
