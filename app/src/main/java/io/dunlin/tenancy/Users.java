package io.dunlin.tenancy;

import static io.dunlin.tenancy.tables.Login.LOGIN;
import static io.dunlin.tenancy.tables.UserAccount.USER_ACCOUNT;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The users of the current tenant. */
@Component
public class Users {
    private final DSLContext sql;
    private final Clock clock;

    public Users(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The form in which an e-mail address is compared. */
    public static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** How people who speak the language write dates, until they choose otherwise. */
    static String dateFormat(String language) {
        return language.equals("fr") ? "dd/MM/yyyy" : "yyyy-MM-dd";
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<User> all() {
        return sql.selectFrom(USER_ACCOUNT)
                .where(USER_ACCOUNT.TENANT_ID.eq(CurrentTenant.id()))
                .orderBy(USER_ACCOUNT.NAME, USER_ACCOUNT.ID)
                .fetch(Users::user);
    }

    @Transactional(readOnly = true)
    public Optional<User> find(UserId id) {
        return sql.selectFrom(USER_ACCOUNT).where(is(id)).fetchOptional(Users::user);
    }

    @Transactional(readOnly = true)
    public User get(UserId id) {
        return find(id).orElseThrow(() -> new NotFound("User", id));
    }

    /** Creates a user without a password. Refuses an e-mail address that somebody signs in with already. */
    @Transactional
    public User create(String email, String name, Role role, boolean mayImport, String language) {
        var id = sql.insertInto(USER_ACCOUNT)
                .set(USER_ACCOUNT.TENANT_ID, CurrentTenant.id())
                .set(USER_ACCOUNT.EMAIL, email.strip())
                .set(USER_ACCOUNT.NAME, name.strip())
                .set(USER_ACCOUNT.ROLE, role.name())
                .set(USER_ACCOUNT.MAY_IMPORT, mayImport)
                .set(USER_ACCOUNT.LANGUAGE, language)
                .set(USER_ACCOUNT.DATE_FORMAT, dateFormat(language))
                .set(USER_ACCOUNT.CREATED_AT, now())
                .returningResult(USER_ACCOUNT.ID)
                .fetchSingle()
                .value1();
        var created = sql.insertInto(LOGIN)
                .set(LOGIN.EMAIL_KEY, key(email))
                .set(LOGIN.TENANT_ID, CurrentTenant.id())
                .set(LOGIN.USER_ID, id)
                .onConflictDoNothing()
                .execute();
        if (created == 0) {
            throw new Rejected("tenancy.rejected.email_taken", email.strip());
        }
        return get(id);
    }

    /** Refuses where somebody else has changed the user since it was read, and where no active administrator would be left. */
    @Transactional
    public void change(User changed) {
        // Locks the administrators, so that two of them cannot remove each other at once.
        var administrators = sql.select(USER_ACCOUNT.ID)
                .from(USER_ACCOUNT)
                .where(USER_ACCOUNT.TENANT_ID.eq(CurrentTenant.id()))
                .and(USER_ACCOUNT.ROLE.eq(Role.ADMINISTRATOR.name()))
                .and(USER_ACCOUNT.ACTIVE)
                .forUpdate()
                .fetchSet(USER_ACCOUNT.ID);
        var staysAdministrator = changed.active() && changed.role() == Role.ADMINISTRATOR;
        if (!staysAdministrator && administrators.equals(java.util.Set.of(changed.id()))) {
            throw new Rejected("tenancy.rejected.last_administrator");
        }
        var rows = sql.update(USER_ACCOUNT)
                .set(USER_ACCOUNT.NAME, changed.name().strip())
                .set(USER_ACCOUNT.ROLE, changed.role().name())
                .set(USER_ACCOUNT.ACTIVE, changed.active())
                .set(USER_ACCOUNT.MAY_IMPORT, changed.mayImport())
                .set(USER_ACCOUNT.LANGUAGE, changed.language())
                .set(USER_ACCOUNT.DATE_FORMAT, changed.dateFormat())
                .set(USER_ACCOUNT.THEME, changed.theme())
                .set(USER_ACCOUNT.VERSION, USER_ACCOUNT.VERSION.plus(1))
                .where(is(changed.id()))
                .and(USER_ACCOUNT.VERSION.eq(changed.version()))
                .execute();
        if (rows == 0) {
            throw new Rejected("tenancy.rejected.changed_meanwhile");
        }
    }

    @Transactional
    void choose(UserId id, CompanyId company) {
        sql.update(USER_ACCOUNT)
                .set(USER_ACCOUNT.COMPANY_ID, company)
                .where(is(id))
                .execute();
    }

    /** Argon2 hash; null for nobody and for a person who has not chosen a password. */
    @Transactional(readOnly = true)
    public @Nullable String passwordHash(UserId id) {
        return sql.select(USER_ACCOUNT.PASSWORD_HASH)
                .from(USER_ACCOUNT)
                .where(is(id))
                .fetchOne(USER_ACCOUNT.PASSWORD_HASH);
    }

    @Transactional
    public void setPasswordHash(UserId id, String hash) {
        sql.update(USER_ACCOUNT)
                .set(USER_ACCOUNT.PASSWORD_HASH, hash)
                .where(is(id))
                .execute();
    }

    @Transactional
    public void signedIn(UserId id) {
        sql.update(USER_ACCOUNT)
                .set(USER_ACCOUNT.LAST_SIGN_IN_AT, now())
                .where(is(id))
                .execute();
    }

    private static Condition is(UserId id) {
        return DSL.and(USER_ACCOUNT.TENANT_ID.eq(CurrentTenant.id()), USER_ACCOUNT.ID.eq(id));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static User user(Record row) {
        var signedIn = row.get(USER_ACCOUNT.LAST_SIGN_IN_AT);
        return new User(
                row.get(USER_ACCOUNT.ID),
                row.get(USER_ACCOUNT.EMAIL),
                row.get(USER_ACCOUNT.NAME),
                Role.valueOf(row.get(USER_ACCOUNT.ROLE)),
                row.get(USER_ACCOUNT.LANGUAGE),
                row.get(USER_ACCOUNT.DATE_FORMAT),
                row.get(USER_ACCOUNT.THEME),
                row.get(USER_ACCOUNT.PASSWORD_HASH) != null,
                row.get(USER_ACCOUNT.ACTIVE),
                row.get(USER_ACCOUNT.MAY_IMPORT),
                row.get(USER_ACCOUNT.COMPANY_ID),
                signedIn == null ? null : signedIn.toInstant(),
                row.get(USER_ACCOUNT.VERSION));
    }
}
