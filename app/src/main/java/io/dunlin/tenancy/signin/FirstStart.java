package io.dunlin.tenancy.signin;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** While nobody can sign in, each start creates the administrator from the environment, or prints a link to become one. */
@Component
class FirstStart {
    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

    private final Logins logins;
    private final OneTimeLinks links;
    private final FirstRun firstRun;
    private final Passwords passwords;
    private final Environment environment;

    FirstStart(Logins logins, OneTimeLinks links, FirstRun firstRun, Passwords passwords, Environment environment) {
        this.logins = logins;
        this.links = links;
        this.firstRun = firstRun;
        this.passwords = passwords;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void offerFirstAdministrator() {
        if (!logins.isEmpty()) {
            log.info("Dunlin is ready at {}", address());
            return;
        }
        var email = environment.getProperty("DUNLIN_ADMIN_EMAIL");
        var password = environment.getProperty("DUNLIN_ADMIN_PASSWORD");
        if (email != null && password != null) {
            passwords.check(password, password);
            firstRun.begin(new FirstRun.Beginning(
                    environment.getProperty("DUNLIN_COMPANY_NAME", "My company"),
                    Currency.getInstance(environment.getProperty("DUNLIN_CURRENCY", "EUR")),
                    ZoneId.systemDefault(),
                    email.substring(0, Math.max(1, email.indexOf('@'))),
                    email,
                    passwords.hash(password),
                    Locale.ENGLISH.getLanguage()));
            log.info("The administrator {} was created. Sign in at {}", email, address());
        } else {
            log.info(
                    "Nobody can sign in yet. Open this link within 24 hours to create the administrator:\n\n    {}/first-run?key={}\n",
                    address(),
                    links.forFirstAdministrator());
        }
    }

    private String address() {
        return "http://localhost:"
                + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }
}
