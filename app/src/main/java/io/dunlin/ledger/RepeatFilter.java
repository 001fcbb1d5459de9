package io.dunlin.ledger;

import java.util.HashSet;
import java.util.Set;

/**
 * Notices which identities may have come twice, in memory that does not grow with the file. What it does not name has come
 * once; what it names may have.
 *
 * <p>Source: B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", Communications of the ACM 13 (1970);
 * positions from two halves of one hash after Kirsch and Mitzenmacher (2006).
 */
final class RepeatFilter {
    /** 16 MiB; of a million identities one or two are named by mistake, of ten million about ten thousand. */
    private static final int BITS = 1 << 27;

    private static final int POSITIONS = 4;
    private static final int MOST_SUSPECTS = 20_000;

    private final long[] bits = new long[BITS >> 6];
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

    String[] suspects() {
        return suspects.toArray(String[]::new);
    }

    private boolean wasSet(long hash) {
        var known = true;
        var position = (int) hash;
        var step = (int) (hash >>> 32) | 1;
        for (var number = 0; number < POSITIONS; number++) {
            var bit = position & (BITS - 1);
            var mask = 1L << bit;
            known &= (bits[bit >> 6] & mask) != 0;
            bits[bit >> 6] |= mask;
            position += step;
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
