package io.dunlin.tenancy.signin;

import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.User;

/** Users as tests need them. */
public final class TestTeam {
    private TestTeam() {}

    public static User with(User user, Role role, boolean active) {
        return new User(
                user.id(),
                user.email(),
                user.name(),
                role,
                user.language(),
                user.dateFormat(),
                user.theme(),
                user.hasPassword(),
                active,
                user.mayImport(),
                user.company(),
                user.lastSignIn(),
                user.version());
    }
}
