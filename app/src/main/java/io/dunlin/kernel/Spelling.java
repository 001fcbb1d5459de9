package io.dunlin.kernel;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How far a typed word is from a written one: each missing, extra, wrong or swapped letter is one error (restricted
 * Damerau-Levenshtein). Both in the form of {@link SearchKey}.
 */
public final class Spelling {
    /** Shorter words are half of all others with one error. */
    public static final int SHORTEST = 4;

    private static final int SHORTEST_BEGINNING = 5;
    private static final int LONG = 8;

    private Spelling() {}

    /** Errors of what was typed against the word or its beginning; empty: too many, or a word that has to be right. */
    public static OptionalInt errors(String typed, String word) {
        if (!mayBeWrong(typed) || !mayBeWrong(word)) {
            return OptionalInt.empty();
        }
        var last = lastRow(typed, word);
        var allowed = typed.length() < LONG ? 1 : 2;
        var whole = last[word.length()];
        var errors = typed.length() < SHORTEST_BEGINNING
                ? whole
                : Math.min(whole, Arrays.stream(last).min().orElse(whole));
        return errors <= allowed ? OptionalInt.of(errors) : OptionalInt.empty();
    }

    /** Errors against the whole word, however many. */
    public static int distance(String typed, String word) {
        return lastRow(typed, word)[word.length()];
    }

    /** Words with digits mean what they say: the neighbour of a code is another customer. */
    public static boolean mayBeWrong(String word) {
        return word.length() >= SHORTEST && word.chars().noneMatch(Character::isDigit);
    }

    /**
     * Words that differ by one error at their beginnings have one of these in common; the twin of {@code ledger.search_forms}.
     */
    public static Set<String> forms(String word) {
        var beginning = word.substring(0, Math.min(word.length(), SHORTEST_BEGINNING));
        var forms = new LinkedHashSet<String>();
        forms.add(beginning);
        for (var letter = 0; letter < beginning.length(); letter++) {
            forms.add(beginning.substring(0, letter) + beginning.substring(letter + 1));
        }
        return forms;
    }

    /** For every length of the word's beginning, the errors of all that was typed against it. */
    private static int[] lastRow(String typed, String word) {
        var before = new int[word.length() + 1];
        var above = new int[word.length() + 1];
        Arrays.setAll(above, at -> at);
        for (var i = 1; i <= typed.length(); i++) {
            var row = new int[word.length() + 1];
            row[0] = i;
            for (var j = 1; j <= word.length(); j++) {
                var isSame = typed.charAt(i - 1) == word.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + (isSame ? 0 : 1));
                if (i > 1
                        && j > 1
                        && typed.charAt(i - 1) == word.charAt(j - 2)
                        && typed.charAt(i - 2) == word.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = above;
            above = row;
        }
        return above;
    }
}
