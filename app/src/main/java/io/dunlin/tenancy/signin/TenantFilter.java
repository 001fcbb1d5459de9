package io.dunlin.tenancy.signin;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.GenericFilterBean;

/**
 * Opens the tenant and the user for the rest of the request, from whoever signed in; also when a request goes on
 * asynchronously and when an error page is made.
 *
 * <p>The user is read with each request: a right taken away, or an account closed, takes effect with the next click.
 */
final class TenantFilter extends GenericFilterBean {
    private final Users users;

    TenantFilter(Users users) {
        this.users = users;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            chain.doFilter(request, response);
            return;
        }
        var user = CurrentTenant.call(
                signedIn.tenant(), () -> users.find(signedIn.user()).filter(User::active));
        if (user.isEmpty()) {
            SecurityContextHolder.clearContext();
            Optional.ofNullable(((HttpServletRequest) request).getSession(false))
                    .ifPresent(session -> session.invalidate());
            chain.doFilter(request, response);
            return;
        }
        try {
            CurrentTenant.callThrowing(
                    signedIn.tenant(),
                    () -> CurrentUser.callThrowing(user.get(), () -> {
                        chain.doFilter(request, response);
                        return true;
                    }));
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}
