package io.dunlin.testing;

import io.dunlin.database.TestDatabase;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.Tenants;
import io.dunlin.tenancy.Users;
import io.dunlin.tenancy.signin.Passwords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application on a random port and a database of its own, with every statement watched.
 *
 * <p>Started once for all classes that extend this one; so that they do not meet, each makes its own tenants.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(WatchedApplication.class)
public abstract class RunningApplication {
    /** Of all users that {@link #newTenant} and {@link #newUser} make. */
    public static final String PASSWORD = "correct horse 7";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        var database = TestDatabase.create();
        properties.add("dunlin.database.url", database::url);
        properties.add("dunlin.attachments.folder", RunningApplication::folder);
    }

    /** Goes with the machine's other temporary files. */
    private static Path folder() {
        try {
            return Files.createTempDirectory("dunlin-attachments");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    protected final <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    protected final <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    protected final MovableClock clock() {
        return bean(MovableClock.class);
    }

    protected final String address() {
        return "http://localhost:" + port;
    }

    /** A tenant with one company in euro and an administrator. */
    protected final Subscriber newTenant() {
        var number = NUMBER.incrementAndGet();
        var tenant = newTenant("Tenant " + number, "Estuaire Foods " + number);
        return new Subscriber(tenant, newUser(tenant, Role.ADMINISTRATOR));
    }

    /** A tenant with one company in euro and no user yet. */
    protected final TenantId newTenant(String name, String company) {
        return bean(Tenants.class)
                .create(
                        name,
                        Currency.getInstance("EUR"),
                        () -> bean(Companies.class)
                                .create("EST", company, Currency.getInstance("EUR"), ZoneId.of("Europe/Paris")));
    }

    /** E-mail address of a new user with {@link #PASSWORD}. */
    protected final String newUser(TenantId tenant, Role role) {
        return newUser(tenant, role, "en");
    }

    /** E-mail address of a new user who reads the language and has {@link #PASSWORD}. */
    protected final String newUser(TenantId tenant, Role role, String language) {
        var email = "user%d@example.org".formatted(NUMBER.incrementAndGet());
        newUser(tenant, role, language, email, "User " + role);
        return email;
    }

    /** A new user who has {@link #PASSWORD}. */
    protected final void newUser(TenantId tenant, Role role, String language, String email, String name) {
        CurrentTenant.run(tenant, () -> {
            var users = bean(Users.class);
            var user = users.create(email, name, role, false, language);
            users.setPasswordHash(user.id(), bean(Passwords.class).hash(PASSWORD));
        });
    }

    /** A browser that nobody has signed in with. */
    protected final Browser browser() {
        return new Browser(address());
    }

    /** A browser in which the user is signed in. */
    protected final Browser signedIn(String email) {
        var browser = browser();
        browser.get("/sign-in");
        browser.post("/sign-in", "email", email, "password", PASSWORD);
        return browser;
    }

    /** A tenant and its administrator's e-mail address. */
    public record Subscriber(TenantId tenant, String administrator) {}
}
