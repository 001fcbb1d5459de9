package io.dunlin.criteria.scorecards;

import java.util.List;

/**
 * Why a definition cannot be used.
 *
 * @param place name of the field such as {@code line.2.band.0}, counted from 0; empty for the card as a whole
 * @param key of the sentence
 * @param arguments fill its places
 */
public record Flaw(String place, String key, List<Object> arguments) {
    static Flaw of(String place, String key, Object... arguments) {
        return new Flaw(place, key, List.of(arguments));
    }
}
