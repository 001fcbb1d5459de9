package io.dunlin.tenancy.signin;

import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import io.dunlin.tenancy.signin.SignInFailures.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks e-mail and password, of the sign-in page and of HTTP Basic. Every refusal looks the same from outside. */
@Component
class PasswordSignIn implements AuthenticationProvider {
    private final Logins logins;
    private final Users users;
    private final Passwords passwords;
    private final SignInFailures failures;
    private final AuditTrail audit;

    PasswordSignIn(Logins logins, Users users, Passwords passwords, SignInFailures failures, AuditTrail audit) {
        this.logins = logins;
        this.users = users;
        this.passwords = passwords;
        this.failures = failures;
        this.audit = audit;
    }

    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        var email = attempt.getName();
        var password = String.valueOf(attempt.getCredentials());
        var sources = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? List.of(Source.email(email), Source.address(details.getRemoteAddress()))
                : List.of(Source.email(email));
        if (sources.stream().anyMatch(failures::isLocked)) {
            passwords.matches(password, null);
            throw new BadCredentialsException("Refused");
        }
        var account = logins.find(email).flatMap(this::account);
        var matches = passwords.matches(
                password, account.isEmpty() ? null : account.get().hash());
        if (!matches || account.isEmpty() || !account.get().user().active()) {
            sources.forEach(failures::add);
            account.ifPresent(this::noteFailure);
            throw new BadCredentialsException("Refused");
        }
        failures.forget(Source.email(email));
        return UsernamePasswordAuthenticationToken.authenticated(account.get().login(), null, List.of());
    }

    private Optional<Account> account(SignedIn login) {
        return CurrentTenant.call(
                login.tenant(),
                () -> users.find(login.user()).map(user -> new Account(login, user, users.passwordHash(user.id()))));
    }

    private void noteFailure(Account account) {
        var user = account.user();
        CurrentTenant.run(
                account.login().tenant(), () -> audit.recordFor(user, "sign_in.failed", user.email(), Map.of()));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    private record Account(
            SignedIn login, User user, @Nullable String hash) {}
}
