package io.dunlin.criteria.alerts.web;

import io.dunlin.criteria.alerts.AlertLevel;
import io.dunlin.criteria.alerts.AlertType;
import io.dunlin.criteria.alerts.Frequency;
import io.dunlin.criteria.web.BuilderView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of an alert, new or to be changed.
 *
 * @param id null: a new one
 * @param owner who is told first of all
 * @param roles that may see customers
 * @param colleagues other users who may
 */
public record AlertFormView(
        @Nullable Long id,
        String name,
        AlertType type,
        AlertLevel level,
        boolean shared,
        Told owner,
        List<Told> roles,
        List<Told> colleagues,
        BuilderView builder) {
    /**
     * Who may be told.
     *
     * @param field name of the field
     * @param frequency null: not told
     */
    public record Told(String field, String name, @Nullable Frequency frequency) {}

    /** How many besides the owner are told. */
    public long others() {
        return java.util.stream.Stream.concat(roles.stream(), colleagues.stream())
                .filter(one -> one.frequency() != null)
                .count();
    }
}
