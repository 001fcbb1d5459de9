package io.dunlin.criteria.alerts;

import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of new customers of an alert: one user, or all who have a role.
 *
 * @param user null: a role
 * @param role null: a user
 */
public record Recipient(@Nullable UserId user, @Nullable Role role, Frequency frequency) {
    boolean isMeant(User person) {
        return person.id().equals(user) || person.role() == role;
    }
}
