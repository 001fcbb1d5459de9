package io.dunlin.tenancy.signin;

import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.UserId;
import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/** All that a session keeps of its user; everything else is read anew with each request. */
public record SignedIn(long tenantNumber, long userNumber) implements Serializable, AuthenticatedPrincipal {
    public static SignedIn of(TenantId tenant, UserId user) {
        return new SignedIn(tenant.value(), user.value());
    }

    public TenantId tenant() {
        return new TenantId(tenantNumber);
    }

    public UserId user() {
        return new UserId(userNumber);
    }

    /** By it the sessions of a user are found. */
    @Override
    public String getName() {
        return tenantNumber + ":" + userNumber;
    }
}
