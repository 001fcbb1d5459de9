package io.dunlin.tenancy.signin;

import static io.dunlin.tenancy.tables.Login.LOGIN;

import io.dunlin.tenancy.Users;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which tenant and user an e-mail address signs in to. */
@Component
public class Logins {
    private final DSLContext sql;

    public Logins(DSLContext sql) {
        this.sql = sql;
    }

    /** Whether nobody can sign in: the installation is new. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return !sql.fetchExists(LOGIN);
    }

    @Transactional(readOnly = true)
    Optional<SignedIn> find(String email) {
        return sql.selectFrom(LOGIN)
                .where(LOGIN.EMAIL_KEY.eq(Users.key(email)))
                .fetchOptional(row -> SignedIn.of(row.get(LOGIN.TENANT_ID), row.get(LOGIN.USER_ID)));
    }
}
