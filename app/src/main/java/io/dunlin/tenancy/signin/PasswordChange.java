package io.dunlin.tenancy.signin;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A person chooses a new password: by a link, or knowing the old one. */
@Component
public class PasswordChange {
    private final OneTimeLinks links;
    private final Passwords passwords;
    private final Users users;
    private final AuditTrail audit;

    PasswordChange(OneTimeLinks links, Passwords passwords, Users users, AuditTrail audit) {
        this.links = links;
        this.passwords = passwords;
        this.users = users;
        this.audit = audit;
    }

    /** Uses the link up. Refuses a key that does not open (any more), and a closed account. */
    public SignedIn byLink(String key, String password, String repeated) {
        passwords.check(password, repeated);
        var hash = passwords.hash(password);
        var whose = links.usePassword(key).orElseThrow(() -> new Rejected("tenancy.rejected.link_used"));
        CurrentTenant.run(whose.tenant(), () -> {
            var user = users.find(whose.user())
                    .filter(User::active)
                    .orElseThrow(() -> new Rejected("tenancy.rejected.link_used"));
            set(user, hash);
        });
        return whose;
    }

    /** Refuses where the old password is wrong. */
    public void byOwner(User user, String old, String password, String repeated) {
        if (!passwords.matches(old, users.passwordHash(user.id()))) {
            throw new Rejected("tenancy.rejected.old_password");
        }
        passwords.check(password, repeated);
        set(user, passwords.hash(password));
    }

    private void set(User user, String hash) {
        users.setPasswordHash(user.id(), hash);
        audit.recordFor(user, "password.changed", user.email(), Map.of());
    }
}
