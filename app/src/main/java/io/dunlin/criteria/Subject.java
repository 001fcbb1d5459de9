package io.dunlin.criteria;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an indicator is a fact about, and what criteria select. Stored by code: never rename. */
public enum Subject {
    CUSTOMER,
    DEBTOR,
    ITEM;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Subject> find(String code) {
        return Arrays.stream(values())
                .filter(subject -> subject.code().equals(code))
                .findFirst();
    }
}
