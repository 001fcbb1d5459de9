package io.dunlin.tenancy.signin;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.UserId;
import io.dunlin.tenancy.Users;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may work here. Only administrators make, change or help administrators: otherwise managing users would be a way to become one. */
@Component
public class Team {
    private final Users users;
    private final OneTimeLinks links;
    private final CurrentUser current;
    private final AuditTrail audit;

    public Team(Users users, OneTimeLinks links, CurrentUser current, AuditTrail audit) {
        this.users = users;
        this.links = links;
        this.current = current;
        this.audit = audit;
    }

    /** A new user and the key of the link with which they choose their password. */
    public record Invitation(User user, String key) {}

    @Transactional
    public Invitation invite(String email, String name, Role role, boolean mayImport, String language) {
        refuseUnlessAllowed(role);
        var user = users.create(email, name, role, mayImport, language);
        audit.record("user.created", user.email(), Map.of("role", role.name()));
        return new Invitation(user, links.forPassword(user.id()));
    }

    /** A new link for somebody who has lost their password or their first link. */
    @Transactional
    public Invitation link(UserId id) {
        var user = users.get(id);
        refuseUnlessAllowed(user.role());
        audit.record("user.link_created", user.email(), Map.of());
        return new Invitation(user, links.forPassword(id));
    }

    @Transactional
    public void change(User changed) {
        var before = users.get(changed.id());
        refuseUnlessAllowed(before.role());
        refuseUnlessAllowed(changed.role());
        users.change(changed);
        audit.record("user.changed", before.email(), differences(before, changed));
    }

    private void refuseUnlessAllowed(Role role) {
        if (role == Role.ADMINISTRATOR && current.role() != Role.ADMINISTRATOR) {
            throw new Rejected("tenancy.rejected.only_administrators");
        }
    }

    private static Map<String, String> differences(User before, User after) {
        var changes = new LinkedHashMap<String, String>();
        note(changes, "name", before.name(), after.name());
        note(changes, "role", before.role(), after.role());
        note(changes, "active", before.active(), after.active());
        note(changes, "may_import", before.mayImport(), after.mayImport());
        note(changes, "language", before.language(), after.language());
        return changes;
    }

    private static void note(Map<String, String> changes, String what, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(what, before + " → " + after);
        }
    }
}
