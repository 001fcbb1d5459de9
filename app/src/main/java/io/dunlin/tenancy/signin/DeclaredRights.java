package io.dunlin.tenancy.signin;

import io.dunlin.kernel.Right;
import io.dunlin.web.ForEveryone;
import io.dunlin.web.ForSignedIn;
import io.dunlin.web.Requires;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What a handler asks of whoever calls it, as its annotations say; the method's own come before its class's. */
sealed interface DeclaredRights {
    record Everyone() implements DeclaredRights {}

    record AnySignedIn() implements DeclaredRights {}

    record Only(Right right) implements DeclaredRights {}

    /** Empty where nothing is declared: nobody may call it. */
    static Optional<DeclaredRights> of(HandlerMethod handler) {
        return of((java.lang.reflect.AnnotatedElement) handler.getMethod()).or(() -> of(handler.getBeanType()));
    }

    private static Optional<DeclaredRights> of(java.lang.reflect.AnnotatedElement element) {
        var requires = AnnotatedElementUtils.findMergedAnnotation(element, Requires.class);
        if (requires != null) {
            return Optional.of(new Only(requires.value()));
        }
        if (AnnotatedElementUtils.hasAnnotation(element, ForSignedIn.class)) {
            return Optional.of(new AnySignedIn());
        }
        return AnnotatedElementUtils.hasAnnotation(element, ForEveryone.class)
                ? Optional.of(new Everyone())
                : Optional.empty();
    }
}
