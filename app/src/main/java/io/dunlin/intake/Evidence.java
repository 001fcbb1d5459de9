package io.dunlin.intake;

import java.util.List;

/** Decides between two readings of a column by the values that allow only one of them. */
final class Evidence {
    /** So many times more values must speak for a reading than against it; the few others are then mistakes in the file. */
    private static final long CLEAR = 20;

    private Evidence() {}

    /**
     * @param either values that both readings allow, with different results
     * @return one reading where the values decide, else both
     */
    static <F> List<F> decide(long forOne, long forOther, long either, F one, F other) {
        if (forOne == 0 && forOther == 0) {
            return either == 0 ? List.of(one) : List.of(one, other);
        }
        if (forOne >= CLEAR * forOther) {
            return List.of(one);
        }
        return forOther >= CLEAR * forOne ? List.of(other) : List.of(one, other);
    }
}
