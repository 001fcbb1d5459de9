package io.dunlin.tenancy.signin;

import io.dunlin.tenancy.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Lets a request through to its handler only with the right that the handler declares; a handler that declares none is closed. */
@Component
class RightsInterceptor implements HandlerInterceptor {
    /** Handlers of libraries cannot be annotated; the security filters say who may reach them. */
    static final List<String> LIBRARIES = List.of("org.springframework.boot.", "org.springdoc.");

    private static final Logger log = LoggerFactory.getLogger(RightsInterceptor.class);

    private final CurrentUser user;
    private final Refusals refusals;

    RightsInterceptor(CurrentUser user, Refusals refusals) {
        this.user = user;
        this.refusals = refusals;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof ResourceHttpRequestHandler) {
            return true;
        }
        if (!(handler instanceof HandlerMethod method)) {
            return undeclared(request, response, handler);
        }
        if (isOfLibrary(method)) {
            return true;
        }
        var declared = DeclaredRights.of(method);
        if (declared.isEmpty()) {
            return undeclared(request, response, handler);
        }
        return switch (declared.get()) {
            case DeclaredRights.Everyone() -> true;
            case DeclaredRights.AnySignedIn() -> isSignedIn(request, response);
            case DeclaredRights.Only(var right) -> {
                if (!isSignedIn(request, response)) {
                    yield false;
                }
                if (!user.may(right)) {
                    refusals.noRight(request, response);
                    yield false;
                }
                yield true;
            }
        };
    }

    static boolean isOfLibrary(HandlerMethod method) {
        return LIBRARIES.stream().anyMatch(method.getBeanType().getName()::startsWith);
    }

    private boolean isSignedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (user.find().isEmpty()) {
            refusals.notSignedIn(request, response);
            return false;
        }
        return true;
    }

    private boolean undeclared(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        log.error("No right is declared for {}, so it is closed", handler);
        refusals.noRight(request, response);
        return false;
    }
}
