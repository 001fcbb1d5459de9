package io.dunlin.tenancy.signin;

import static io.dunlin.tenancy.tables.OneTimeLink.ONE_TIME_LINK;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keys in links that work once and for a day. */
@Component
public class OneTimeLinks {
    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final String FIRST_ADMINISTRATOR = "FIRST_ADMINISTRATOR";
    private static final String PASSWORD = "PASSWORD";

    private final DSLContext sql;
    private final Clock clock;

    OneTimeLinks(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The key of a link with which whoever set the product up becomes its first administrator. */
    @Transactional
    public String forFirstAdministrator() {
        return insert(FIRST_ADMINISTRATOR, null);
    }

    @Transactional(readOnly = true)
    public boolean opensFirstAdministrator(String key) {
        return sql.fetchExists(ONE_TIME_LINK, isOpen(key, FIRST_ADMINISTRATOR));
    }

    /** False where the key does not open (any more). Using one closes all: there is only one first administrator. */
    @Transactional
    boolean useFirstAdministrator(String key) {
        return sql.fetchExists(ONE_TIME_LINK, isOpen(key, FIRST_ADMINISTRATOR))
                && sql.update(ONE_TIME_LINK)
                                .set(ONE_TIME_LINK.USED_AT, now())
                                .where(ONE_TIME_LINK.PURPOSE.eq(FIRST_ADMINISTRATOR))
                                .and(ONE_TIME_LINK.USED_AT.isNull())
                                .execute()
                        > 0;
    }

    /** The key of a link with which the user chooses a password. Earlier ones stop working. */
    @Transactional
    public String forPassword(UserId user) {
        sql.update(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.USED_AT, now())
                .where(ONE_TIME_LINK.TENANT_ID.eq(CurrentTenant.id()))
                .and(ONE_TIME_LINK.USER_ID.eq(user))
                .and(ONE_TIME_LINK.USED_AT.isNull())
                .execute();
        return insert(PASSWORD, user);
    }

    @Transactional(readOnly = true)
    public boolean opensPassword(String key) {
        return sql.fetchExists(ONE_TIME_LINK, isOpen(key, PASSWORD));
    }

    /** Whose password it sets; empty where the key does not open (any more). */
    @Transactional
    Optional<SignedIn> usePassword(String key) {
        return sql.update(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.USED_AT, now())
                .where(isOpen(key, PASSWORD))
                .returningResult(ONE_TIME_LINK.TENANT_ID, ONE_TIME_LINK.USER_ID)
                .fetchOptional(row -> SignedIn.of(row.value1(), row.value2()));
    }

    private String insert(String purpose, @org.jspecify.annotations.Nullable UserId user) {
        var key = Secret.make();
        sql.insertInto(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.SECRET_HASH, Secret.hash(key))
                .set(ONE_TIME_LINK.PURPOSE, purpose)
                .set(ONE_TIME_LINK.TENANT_ID, user == null ? null : CurrentTenant.id())
                .set(ONE_TIME_LINK.USER_ID, user)
                .set(ONE_TIME_LINK.CREATED_AT, now())
                .set(ONE_TIME_LINK.EXPIRES_AT, at(clock.instant().plus(LIFETIME)))
                .execute();
        return key;
    }

    private Condition isOpen(String key, String purpose) {
        return DSL.and(
                ONE_TIME_LINK.SECRET_HASH.eq(Secret.hash(key)),
                ONE_TIME_LINK.PURPOSE.eq(purpose),
                ONE_TIME_LINK.USED_AT.isNull(),
                ONE_TIME_LINK.EXPIRES_AT.gt(now()));
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
