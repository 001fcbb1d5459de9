package io.dunlin.tenancy.signin;

import static io.dunlin.tenancy.tables.SignInFailure.SIGN_IN_FAILURE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Failed sign-ins by e-mail and by network address. Too many lock the source, each further one for twice as long. */
@Component
class SignInFailures {
    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final Duration LONGEST_LOCK = Duration.ofHours(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final DSLContext sql;
    private final Clock clock;

    SignInFailures(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean isLocked(Source source) {
        return sql.fetchExists(
                SIGN_IN_FAILURE,
                SIGN_IN_FAILURE.SOURCE.eq(source.key()).and(SIGN_IN_FAILURE.LOCKED_UNTIL.gt(at(clock.instant()))));
    }

    @Transactional
    public void add(Source source) {
        var now = clock.instant();
        // A failure long ago counts no more.
        var failures = sql.insertInto(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.SOURCE, source.key())
                .set(SIGN_IN_FAILURE.FAILURES, 1)
                .set(SIGN_IN_FAILURE.LAST_AT, at(now))
                .onConflict(SIGN_IN_FAILURE.SOURCE)
                .doUpdate()
                .set(
                        SIGN_IN_FAILURE.FAILURES,
                        DSL.when(SIGN_IN_FAILURE.LAST_AT.lt(at(now.minus(FORGOTTEN_AFTER))), 1)
                                .otherwise(SIGN_IN_FAILURE.FAILURES.plus(1)))
                .set(SIGN_IN_FAILURE.LAST_AT, at(now))
                .returningResult(SIGN_IN_FAILURE.FAILURES)
                .fetchSingle()
                .value1();
        if (failures >= source.allowed()) {
            sql.update(SIGN_IN_FAILURE)
                    .set(SIGN_IN_FAILURE.LOCKED_UNTIL, at(now.plus(lock(failures - source.allowed()))))
                    .where(SIGN_IN_FAILURE.SOURCE.eq(source.key()))
                    .execute();
        }
    }

    @Transactional
    public void forget(Source source) {
        sql.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.SOURCE.eq(source.key()))
                .execute();
    }

    private static Duration lock(int failuresBeyond) {
        var doubled = FIRST_LOCK.multipliedBy(1L << Math.min(failuresBeyond, 20));
        return doubled.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : doubled;
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /**
     * Where failures come from.
     *
     * @param allowed failures before the first lock; an office behind one address has many people
     */
    record Source(String key, int allowed) {
        static Source email(String email) {
            return new Source("email:" + io.dunlin.tenancy.Users.key(email), 5);
        }

        static Source address(String address) {
            return new Source("address:" + address, 20);
        }
    }
}
