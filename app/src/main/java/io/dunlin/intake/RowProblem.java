package io.dunlin.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a row could not be used.
 *
 * @param row row of the file
 * @param column header of the column it is about; null where it is about the whole row
 * @param value what stands there
 * @param reason key of the sentence that says what is wrong; the one with {@code .remedy} behind it says what to do
 * @param arguments what fills the places of both sentences
 */
public record RowProblem(long row, @Nullable String column, String value, String reason, List<String> arguments) {
    public RowProblem {
        arguments = List.copyOf(arguments);
    }
}
