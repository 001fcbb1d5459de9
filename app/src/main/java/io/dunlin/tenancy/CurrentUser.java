package io.dunlin.tenancy;

import io.dunlin.kernel.Right;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The user whose request is running. Background work has none. Set by the web filter; it does not cross to other threads. */
@Component
public class CurrentUser {
    private static final ScopedValue<User> USER = ScopedValue.newInstance();

    /** Runs the work as the user. Only the web filter and tests call it. */
    public static <T, X extends Throwable> T callThrowing(User user, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(USER, user).call(work);
    }

    static void run(User user, Runnable work) {
        ScopedValue.where(USER, user).run(work);
    }

    public Optional<User> find() {
        return signedIn();
    }

    /** The same where nothing is injected: for values that stand for whoever asks. */
    public static Optional<User> signedIn() {
        return USER.isBound() ? Optional.of(USER.get()) : Optional.empty();
    }

    /** Throws where nobody is signed in. */
    public User get() {
        return USER.orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    public UserId id() {
        return get().id();
    }

    public String name() {
        return get().name();
    }

    public Role role() {
        return get().role();
    }

    /** False where nobody is signed in. */
    public boolean may(Right right) {
        return USER.isBound() && USER.get().may(right);
    }
}
