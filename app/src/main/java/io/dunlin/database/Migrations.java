package io.dunlin.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings a database to this version's tables, as its owner, and lets the application's role in. */
public final class Migrations {
    private Migrations() {}

    /**
     * Runs what has not run yet of {@code db/migration}.
     *
     * @param application with the user and password to let in. A role that can already sign in is left as it is, so an owner
     *     that may create no roles will do where an administrator has made it; any other is created, or given the password.
     */
    public static void run(DataSource owner, PGSimpleDataSource application) {
        var user = Objects.requireNonNull(application.getUser());
        if (!isIn(application)) {
            admit(owner, user, Objects.requireNonNull(application.getPassword()));
        }
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .defaultSchema("migration")
                .createSchemas(true)
                .placeholders(Map.of("application", user))
                .load()
                .migrate();
    }

    private static boolean isIn(DataSource application) {
        try (var connection = application.getConnection()) {
            return connection.isValid(10);
        } catch (SQLException refused) {
            return false;
        }
    }

    /** A password every node can work out from the owner's, so that one URL is all the configuration there is. */
    static String derivedPassword(String ownerPassword, String applicationUser) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ownerPassword.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(applicationUser.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void admit(DataSource owner, String user, String password) {
        // PostgreSQL cannot bind values in role statements, so it quotes them itself with format().
        try (var connection = owner.getConnection();
                var quoting = connection.prepareStatement("""
                        select format(
                            case when exists (select from pg_roles where rolname = ?)
                                then 'alter role %I login password %L' else 'create role %I login password %L' end, ?, ?)
                        """);
                var admitting = connection.createStatement()) {
            quoting.setString(1, user);
            quoting.setString(2, user);
            quoting.setString(3, password);
            try (var quoted = quoting.executeQuery()) {
                quoted.next();
                admitting.execute(quoted.getString(1));
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(
                    "The database owner may not create or change the role %s. Let an administrator create it and say its password in dunlin.database.application-password, or give the owner CREATEROLE."
                            .formatted(user),
                    refused);
        }
    }
}
