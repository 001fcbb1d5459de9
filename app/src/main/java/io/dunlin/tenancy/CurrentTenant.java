package io.dunlin.tenancy;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tenant that the running request or job works for.
 *
 * <p>Set by the web filter, the job runner and sign-in, and by nobody else. It does not cross to other threads.
 */
public final class CurrentTenant {
    private static final ScopedValue<TenantId> TENANT = ScopedValue.newInstance();

    private CurrentTenant() {}

    /** Throws where no tenant is set: a statement without a tenant must not be built. */
    public static TenantId id() {
        return TENANT.orElseThrow(() -> new IllegalStateException("No tenant is set"));
    }

    public static Optional<TenantId> find() {
        return TENANT.isBound() ? Optional.of(TENANT.get()) : Optional.empty();
    }

    public static void run(TenantId tenant, Runnable work) {
        ScopedValue.where(TENANT, tenant).run(work);
    }

    public static <T> T call(TenantId tenant, Supplier<T> work) {
        return ScopedValue.where(TENANT, tenant).call(work::get);
    }

    /** As {@link #call}, for work that throws checked exceptions. */
    public static <T, X extends Throwable> T callThrowing(TenantId tenant, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(TENANT, tenant).call(work);
    }
}
