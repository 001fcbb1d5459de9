package io.dunlin.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a pushed file cannot be loaded without a person.
 *
 * @param code {@code missing}, {@code dates}, {@code dateFormat}, {@code amounts}, {@code amountFormat}, {@code unreadable},
 *     {@code repeated} or {@code types}; its sentence has the key {@code intake.push.fault.<code>}
 * @param field code of the field it is about; null where it is about none
 * @param name the column it is about, as the file names it; where it is missing, as it should; empty where it is about none
 * @param values what the sentence quotes further
 */
public record PushFault(String code, @Nullable String field, String name, List<String> values) {
    public PushFault {
        values = List.copyOf(values);
    }
}
