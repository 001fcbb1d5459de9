package io.dunlin.tenancy.signin;

import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Notes a sign-in and sends the person where they wanted to go, or back to the form. */
@Component
class AfterSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private final Users users;
    private final AuditTrail audit;

    AfterSignIn(Users users, AuditTrail audit) {
        this.users = users;
        this.audit = audit;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (authentication.getPrincipal() instanceof SignedIn signedIn) {
            note(signedIn);
        }
        response.sendRedirect(LocalAddress.of(request.getParameter("next")));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var next = LocalAddress.of(request.getParameter("next"));
        response.sendRedirect("/sign-in?failed"
                + (next.equals("/") ? "" : "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
    }

    void note(SignedIn signedIn) {
        CurrentTenant.run(signedIn.tenant(), () -> {
            users.signedIn(signedIn.user());
            var user = users.get(signedIn.user());
            audit.recordFor(user, "sign_in.ok", user.email(), Map.of());
        });
    }
}
