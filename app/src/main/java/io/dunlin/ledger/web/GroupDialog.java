package io.dunlin.ledger.web;

import io.dunlin.ledger.Group;
import io.dunlin.ledger.GroupChanges;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The question before customers go into a group or out of one.
 *
 * @param groups to choose from
 * @param effect null: there is no group yet
 * @param form of the selection, passed on
 */
public record GroupDialog(
        boolean adding, List<Group> groups, GroupChanges.@Nullable Effect effect, Map<String, String> form) {
    /** Customers that the change would change. */
    public int changing() {
        return effect == null ? 0 : adding ? effect.chosen() - effect.members() : effect.members();
    }

    public String title() {
        return adding ? "ledger.groups.addTo" : "ledger.groups.takeOutOf";
    }

    public String sentence() {
        return adding ? "ledger.groups.willAdd" : "ledger.groups.willTakeOut";
    }

    public String passedOn(String field) {
        return form.getOrDefault(field, "");
    }
}
