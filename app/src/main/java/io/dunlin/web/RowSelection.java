package io.dunlin.web;

import io.dunlin.kernel.Right;
import java.util.List;

/**
 * Rows of a table that can be ticked, over all its pages; {@link Selection} reads what its form sends.
 *
 * @param keys stable key of each row of the page, in the order of the rows
 * @param actions what may be done with the ticked rows
 */
public record RowSelection(List<String> keys, List<Action> actions) {
    public RowSelection {
        keys = List.copyOf(keys);
        actions = List.copyOf(actions);
    }

    /**
     * A button of the bar.
     *
     * @param address that gets the form of the selection
     * @param right who has it not does not see the button
     */
    public record Action(String label, String icon, String address, Answer answer, Right right) {}

    /** What the address answers. */
    public enum Answer {
        /** A file that the browser saves. */
        FILE,
        /** The content of a dialog that says what will happen. */
        DIALOG
    }
}
