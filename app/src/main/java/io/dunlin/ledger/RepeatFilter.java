package io.dunlin.ledger;

import java.util.HashSet;
import java.util.Set;

/**
 * Notices which identities may have come twice, in memory that does not grow with the file. What it does not name has come
 * once; what it names may have.
 *
 * <p>Source: B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", Communications of the ACM 13 (1970); all
 * bits of one identity in one line of the processor's cache after Putze, Sanders, Singler (2007).
 */
final class RepeatFilter {
    /** 16 MiB; of a million identities some ten are named by mistake, of ten million some ten thousand. */
    private static final int LINES = 1 << 18;

    private static final int LONGS_IN_LINE = 8;
    private static final int POSITIONS = 4;
    private static final int MOST_SUSPECTS = 20_000;

    private final long[] bits = new long[LINES * LONGS_IN_LINE];
    private final Set<String> suspects = new HashSet<>();
    private boolean tooMany;

    void add(String identity) {
        if (wasSet(hash(identity)) && !tooMany) {
            suspects.add(identity);
            tooMany = suspects.size() > MOST_SUSPECTS;
        }
    }

    /** More than are worth telling one by one: any identity may have come twice. */
    boolean isUndecided() {
        return tooMany;
    }

    boolean isSuspect(String identity) {
        return tooMany || suspects.contains(identity);
    }

    String[] suspects() {
        return suspects.toArray(String[]::new);
    }

    private boolean wasSet(long hash) {
        var line = (int) (hash & LINES - 1) * LONGS_IN_LINE;
        var known = true;
        var rest = hash >>> 18;
        for (var number = 0; number < POSITIONS; number++) {
            var at = line + (int) (rest & LONGS_IN_LINE - 1);
            var mask = 1L << (rest >>> 3 & 63);
            known &= (bits[at] & mask) != 0;
            bits[at] |= mask;
            rest >>>= 9;
        }
        return known;
    }

    /** FNV-1a over the characters, then the finisher of SplitMix64: numbers that follow one another land far apart. */
    private static long hash(String text) {
        var hash = 0xcbf29ce484222325L;
        for (var at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
