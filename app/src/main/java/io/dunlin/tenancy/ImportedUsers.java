package io.dunlin.tenancy;

import static io.dunlin.tenancy.tables.Login.LOGIN;
import static io.dunlin.tenancy.tables.OneTimeLink.ONE_TIME_LINK;
import static io.dunlin.tenancy.tables.UserAccount.USER_ACCOUNT;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.dunlin.kernel.Rejected;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Users who come with files: inactive and without a password, until somebody who manages users lets them in. */
@Component
public class ImportedUsers {
    private final DSLContext sql;
    private final Clock clock;

    public ImportedUsers(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * @param name null: that of the address
     * @param role null: nobody has said, so that the user cannot be made
     */
    public record NewUser(
            String email, @Nullable String name, @Nullable Role role) {
        /** With what is missing, from what is said of the same user elsewhere. */
        public NewUser completedBy(NewUser other) {
            return new NewUser(email, name == null ? other.name : name, role == null ? other.role : role);
        }
    }

    /** Keys of the addresses that somebody signs in with already, whatever the tenant. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> taken(Collection<NewUser> some) {
        return sql.select(LOGIN.EMAIL_KEY)
                .from(LOGIN)
                .where(LOGIN.EMAIL_KEY.in(
                        some.stream().map(user -> Users.key(user.email())).toList()))
                .fetchSet(LOGIN.EMAIL_KEY);
    }

    /** Never administrators: a file must not be a way to become one. They speak the language of the tenant's first user. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UserId> add(List<NewUser> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        var language = language();
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var insert = sql.insertInto(
                USER_ACCOUNT,
                USER_ACCOUNT.TENANT_ID,
                USER_ACCOUNT.EMAIL,
                USER_ACCOUNT.NAME,
                USER_ACCOUNT.ROLE,
                USER_ACCOUNT.LANGUAGE,
                USER_ACCOUNT.DATE_FORMAT,
                USER_ACCOUNT.ACTIVE,
                USER_ACCOUNT.CREATED_AT);
        for (var user : some) {
            if (user.role() == null || user.role() == Role.ADMINISTRATOR) {
                throw new IllegalArgumentException("No file makes such a user: " + user.role());
            }
            insert = insert.values(
                    CurrentTenant.id(),
                    user.email().strip(),
                    user.name() == null ? user.email().strip() : user.name().strip(),
                    user.role().name(),
                    language,
                    Users.dateFormat(language),
                    false,
                    now);
        }
        var created =
                insert.returningResult(USER_ACCOUNT.ID, USER_ACCOUNT.EMAIL).fetch();
        var logins = sql.insertInto(LOGIN, LOGIN.EMAIL_KEY, LOGIN.TENANT_ID, LOGIN.USER_ID);
        for (var user : created) {
            logins = logins.values(Users.key(user.value2()), CurrentTenant.id(), user.value1());
        }
        if (logins.onConflictDoNothing().execute() < created.size()) {
            throw new Rejected("tenancy.rejected.email_taken", "");
        }
        return created.map(user -> user.value1());
    }

    /** Those among them whom nobody has touched since: inactive still, never changed, never invited. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void removeUntouched(Collection<UserId> some) {
        var gone = sql.select(USER_ACCOUNT.ID)
                .from(USER_ACCOUNT)
                .where(USER_ACCOUNT.TENANT_ID.eq(CurrentTenant.id()))
                .and(USER_ACCOUNT.ID.in(some))
                .and(USER_ACCOUNT.ACTIVE.isFalse())
                .and(USER_ACCOUNT.VERSION.eq(0))
                .and(USER_ACCOUNT.PASSWORD_HASH.isNull())
                .and(notExists(selectOne()
                        .from(ONE_TIME_LINK)
                        .where(ONE_TIME_LINK.TENANT_ID.eq(CurrentTenant.id()))
                        .and(ONE_TIME_LINK.USER_ID.eq(USER_ACCOUNT.ID))))
                .fetch(USER_ACCOUNT.ID);
        sql.deleteFrom(LOGIN)
                .where(LOGIN.TENANT_ID.eq(CurrentTenant.id()))
                .and(LOGIN.USER_ID.in(gone))
                .execute();
        sql.deleteFrom(USER_ACCOUNT)
                .where(USER_ACCOUNT.TENANT_ID.eq(CurrentTenant.id()))
                .and(USER_ACCOUNT.ID.in(gone))
                .execute();
    }

    private String language() {
        return sql.select(USER_ACCOUNT.LANGUAGE)
                .from(USER_ACCOUNT)
                .where(USER_ACCOUNT.TENANT_ID.eq(CurrentTenant.id()))
                .orderBy(USER_ACCOUNT.ID)
                .limit(1)
                .fetchOptional(USER_ACCOUNT.LANGUAGE)
                .orElse("en");
    }
}
