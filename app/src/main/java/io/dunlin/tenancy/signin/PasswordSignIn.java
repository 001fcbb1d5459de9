package io.dunlin.tenancy.signin;

import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import io.dunlin.tenancy.signin.SignInFailures.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        var login = logins.find(email);
        var known = login.map(SignedIn::tenant)
                .flatMap(tenant -> CurrentTenant.call(
                        tenant, () -> users.find(login.orElseThrow().user())));
        var hash = known.map(user -> CurrentTenant.call(
                        login.orElseThrow().tenant(), () -> Optional.ofNullable(users.passwordHash(user.id()))))
                .flatMap(any -> any);
        if (!passwords.matches(password, hash.orElse(null))
                || !known.map(User::active).orElse(false)) {
            sources.forEach(failures::add);
            known.ifPresent(user -> CurrentTenant.run(
                    login.orElseThrow().tenant(),
                    () -> audit.recordFor(user, "sign_in.failed", user.email(), Map.of())));
            throw new BadCredentialsException("Refused");
        }
        failures.forget(Source.email(email));
        return UsernamePasswordAuthenticationToken.authenticated(login.orElseThrow(), null, List.of());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
