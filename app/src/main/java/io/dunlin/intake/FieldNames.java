package io.dunlin.intake;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The names under which columns are known. */
final class FieldNames {
    private static final Set<String> ALL = Arrays.stream(Field.values())
            .flatMap(field -> java.util.stream.Stream.concat(
                    field.names().stream(), java.util.stream.Stream.of(HeaderNames.normal(field.code()))))
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST = 60;

    private FieldNames() {}

    /** Whether the header names a field of any subject. */
    static boolean isKnown(String header) {
        return !header.isEmpty() && header.length() <= LONGEST && ALL.contains(HeaderNames.normal(header));
    }
}
