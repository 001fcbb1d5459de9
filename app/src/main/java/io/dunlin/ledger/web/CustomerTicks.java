package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerList;
import io.dunlin.web.RowSelection;
import io.dunlin.web.RowSelection.Action;
import io.dunlin.web.RowSelection.Answer;
import java.util.List;

/** What may be done with ticked customers. */
final class CustomerTicks {
    private CustomerTicks() {}

    static RowSelection of(CustomerList list, Labels labels) {
        return new RowSelection(
                list.lines().stream().map(line -> line.id().toString()).toList(),
                List.of(
                        new Action(
                                labels.text("ledger.assign.open"),
                                "edit",
                                AssignActions.PATH + "/preview",
                                Answer.DIALOG,
                                Right.COLLECT),
                        new Action("Excel", "download", "/customers/selected.xlsx", Answer.FILE, Right.EXPORT),
                        new Action("CSV", "download", "/customers/selected.csv", Answer.FILE, Right.EXPORT)));
    }
}
