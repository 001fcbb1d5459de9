package io.dunlin.tenancy.web;

import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.User;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A user as typed in the form; the e-mail address only of a new one. A box that is not ticked does not arrive. */
public record UserForm(
        @Nullable String email,
        String name,
        Role role,
        @Nullable Boolean active,
        @Nullable Boolean mayImport,
        String language,
        int version) {
    static UserForm empty(String language) {
        return new UserForm("", "", Role.COLLECTOR, true, false, language, 0);
    }

    static UserForm of(User user) {
        return new UserForm(
                user.email(),
                user.name(),
                user.role(),
                user.active(),
                user.mayImport(),
                user.language(),
                user.version());
    }

    User appliedTo(User user) {
        return new User(
                user.id(),
                user.email(),
                Inputs.required(name),
                role,
                language,
                user.dateFormat(),
                user.theme(),
                user.hasPassword(),
                isActive(),
                isAllowedToImport(),
                user.company(),
                user.lastSignIn(),
                version);
    }

    public boolean isActive() {
        return Boolean.TRUE.equals(active);
    }

    public boolean isAllowedToImport() {
        return Boolean.TRUE.equals(mayImport);
    }

    String typedEmail() {
        return Inputs.email(Objects.requireNonNullElse(email, ""));
    }
}
