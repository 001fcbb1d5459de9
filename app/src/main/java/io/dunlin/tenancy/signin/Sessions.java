package io.dunlin.tenancy.signin;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Sessions of people in the browser. */
@Component
public class Sessions {
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final FindByIndexNameSessionRepository<?> stored;
    private final AfterSignIn afterSignIn;

    Sessions(FindByIndexNameSessionRepository<?> stored, AfterSignIn afterSignIn) {
        this.stored = stored;
        this.afterSignIn = afterSignIn;
    }

    /** Signs in a person who has just proved who they are by a link. The session gets a new number, so that nobody who knew the old one comes along. */
    public void open(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        afterSignIn.note(signedIn);
    }

    /** Ends the sessions of a user of the current tenant, all but the one of this request. */
    public void endOthers(UserId user, HttpServletRequest request) {
        var kept = request.getSession(false);
        var name = SignedIn.of(CurrentTenant.id(), user).getName();
        for (var id : stored.findByPrincipalName(name).keySet()) {
            if (kept == null || !kept.getId().equals(id)) {
                stored.deleteById(id);
            }
        }
    }
}
