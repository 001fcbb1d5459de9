package io.dunlin.tenancy.signin;

import static io.dunlin.tenancy.tables.ApiToken.API_TOKEN;

import io.dunlin.kernel.NotFound;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.UserId;
import io.dunlin.tenancy.signin.SignInFailures.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tokens with which programs of a user call the API. */
@Component
public class ApiTokens {
    private static final Pattern FORM = Pattern.compile("dunlin_(\\d{1,18})_([A-Za-z0-9_-]{43})");
    private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(1);

    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SignInFailures failures;
    private final AuditTrail audit;

    ApiTokens(DSLContext sql, TransactionTemplate transaction, Clock clock, SignInFailures failures, AuditTrail audit) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.failures = failures;
        this.audit = audit;
    }

    /**
     * Makes a token and returns it; it cannot be read again.
     *
     * @param lifetime null: until revoked
     */
    public String create(UserId owner, String name, @Nullable Duration lifetime) {
        var token = "dunlin_%s_%s".formatted(CurrentTenant.id(), Secret.make());
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            sql.insertInto(API_TOKEN)
                    .set(API_TOKEN.TENANT_ID, CurrentTenant.id())
                    .set(API_TOKEN.USER_ID, owner)
                    .set(API_TOKEN.NAME, name.strip())
                    .set(API_TOKEN.SECRET_HASH, Secret.hash(token))
                    .set(API_TOKEN.CREATED_AT, at(now))
                    .set(API_TOKEN.EXPIRES_AT, lifetime == null ? null : at(now.plus(lifetime)))
                    .execute();
            audit.record("token.created", name.strip(), Map.of());
        });
        return token;
    }

    /** Newest first, without revoked ones. */
    public List<ApiToken> of(UserId owner) {
        return transaction.execute(status -> sql.selectFrom(API_TOKEN)
                .where(API_TOKEN.TENANT_ID.eq(CurrentTenant.id()))
                .and(API_TOKEN.USER_ID.eq(owner))
                .and(API_TOKEN.REVOKED_AT.isNull())
                .orderBy(API_TOKEN.ID.desc())
                .fetch(row -> new ApiToken(
                        row.get(API_TOKEN.ID),
                        row.get(API_TOKEN.NAME),
                        row.get(API_TOKEN.CREATED_AT).toInstant(),
                        instant(row.get(API_TOKEN.EXPIRES_AT)),
                        instant(row.get(API_TOKEN.LAST_USED_AT)))));
    }

    public void revoke(UserId owner, long number) {
        transaction.executeWithoutResult(status -> {
            var name = sql.update(API_TOKEN)
                    .set(API_TOKEN.REVOKED_AT, at(clock.instant()))
                    .where(API_TOKEN.TENANT_ID.eq(CurrentTenant.id()))
                    .and(API_TOKEN.USER_ID.eq(owner))
                    .and(API_TOKEN.ID.eq(number))
                    .and(API_TOKEN.REVOKED_AT.isNull())
                    .returningResult(API_TOKEN.NAME)
                    .fetchOptional(API_TOKEN.NAME)
                    .orElseThrow(() -> new NotFound("Token", number));
            audit.record("token.revoked", name, Map.of());
        });
    }

    /** The user whose token it is; empty for an unknown, expired or revoked one and for an address with too many failures. */
    Optional<SignedIn> signIn(String token, String address) {
        var source = Source.address(address);
        if (failures.isLocked(source)) {
            return Optional.empty();
        }
        var form = FORM.matcher(token);
        var signedIn = form.matches() && Long.parseLong(form.group(1)) > 0
                ? find(new TenantId(Long.parseLong(form.group(1))), Secret.hash(token))
                : Optional.<SignedIn>empty();
        if (signedIn.isEmpty()) {
            failures.add(source);
        }
        return signedIn;
    }

    private Optional<SignedIn> find(TenantId tenant, byte[] hash) {
        var now = clock.instant();
        return CurrentTenant.call(
                tenant,
                () -> transaction.execute(status -> {
                    var found = sql.select(API_TOKEN.ID, API_TOKEN.USER_ID, API_TOKEN.LAST_USED_AT)
                            .from(API_TOKEN)
                            .where(API_TOKEN.TENANT_ID.eq(tenant))
                            .and(API_TOKEN.SECRET_HASH.eq(hash))
                            .and(API_TOKEN.REVOKED_AT.isNull())
                            .and(API_TOKEN.EXPIRES_AT.isNull().or(API_TOKEN.EXPIRES_AT.gt(at(now))))
                            .fetchOptional();
                    // Once a minute is exact enough, and saves a write with most calls.
                    found.filter(row -> row.value3() == null
                                    || row.value3().toInstant().isBefore(now.minus(NOTE_USE_EVERY)))
                            .ifPresent(row -> sql.update(API_TOKEN)
                                    .set(API_TOKEN.LAST_USED_AT, at(now))
                                    .where(API_TOKEN.TENANT_ID.eq(tenant))
                                    .and(API_TOKEN.ID.eq(row.value1()))
                                    .execute());
                    return found.map(row -> SignedIn.of(tenant, row.value2()));
                }));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
