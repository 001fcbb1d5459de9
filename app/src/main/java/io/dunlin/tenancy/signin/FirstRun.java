package io.dunlin.tenancy.signin;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.Tenants;
import io.dunlin.tenancy.Users;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Creates the first tenant with its company and its administrator, all or nothing. */
@Component
public class FirstRun {
    private final OneTimeLinks links;
    private final Tenants tenants;
    private final Companies companies;
    private final Users users;
    private final AuditTrail audit;

    FirstRun(OneTimeLinks links, Tenants tenants, Companies companies, Users users, AuditTrail audit) {
        this.links = links;
        this.tenants = tenants;
        this.companies = companies;
        this.users = users;
        this.audit = audit;
    }

    /** What the first page asks for; the password as its hash. */
    public record Beginning(
            String companyName,
            Currency currency,
            ZoneId zone,
            String name,
            String email,
            String passwordHash,
            String language) {}

    /** By the link. Refuses a key that does not open (any more). */
    public SignedIn begin(String key, Beginning beginning) {
        return begin(beginning, () -> {
            if (!links.useFirstAdministrator(key)) {
                throw new Rejected("tenancy.rejected.link_used");
            }
        });
    }

    /** Without a link: by whoever starts the process. */
    SignedIn begin(Beginning beginning) {
        return begin(beginning, () -> {});
    }

    private SignedIn begin(Beginning beginning, Runnable permission) {
        var user = new AtomicReference<io.dunlin.tenancy.UserId>();
        var tenant = tenants.create(beginning.companyName(), beginning.currency(), () -> {
            permission.run();
            companies.create(
                    code(beginning.companyName()), beginning.companyName(), beginning.currency(), beginning.zone());
            var administrator =
                    users.create(beginning.email(), beginning.name(), Role.ADMINISTRATOR, true, beginning.language());
            users.setPasswordHash(administrator.id(), beginning.passwordHash());
            audit.recordFor(administrator, "tenant.created", beginning.companyName(), Map.of());
            user.set(administrator.id());
        });
        return SignedIn.of(tenant, user.get());
    }

    /** The first letters and digits of a name, in capitals: {@code Estuaire Foods} becomes {@code ESTUAI}. */
    public static String code(String companyName) {
        var letters = java.text.Normalizer.normalize(companyName, java.text.Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9]", "")
                .toUpperCase(java.util.Locale.ROOT);
        return letters.isEmpty() ? "MAIN" : letters.substring(0, Math.min(6, letters.length()));
    }
}
