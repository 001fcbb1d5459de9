package io.dunlin.ledger.web;

import io.dunlin.kernel.Rejected;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what people typed into forms. */
final class Inputs {
    private static final int LONGEST = 2_000;

    private Inputs() {}

    /** Without outer spaces; empty where the form has no such field. */
    static String text(Map<String, String> form, String field) {
        var typed = form.getOrDefault(field, "").strip();
        if (typed.length() > LONGEST) {
            throw new Rejected("ledger.input.tooLong", LONGEST);
        }
        return typed;
    }

    /** Null for nothing typed. */
    static @Nullable String optional(Map<String, String> form, String field) {
        var typed = text(form, field);
        return typed.isEmpty() ? null : typed;
    }
}
