package io.dunlin.intake;

import java.util.Arrays;

/** What separates the values of a row. */
public enum Delimiter {
    SEMICOLON(';'),
    COMMA(','),
    TAB('\t'),
    BAR('|');

    private final char sign;

    Delimiter(char sign) {
        this.sign = sign;
    }

    char sign() {
        return sign;
    }

    /** The one that the profile of a file names. */
    public static Delimiter of(FileProfile profile) {
        return Arrays.stream(values())
                .filter(one -> one.sign == profile.delimiter().charAt(0))
                .findFirst()
                .orElse(COMMA);
    }
}
