package io.dunlin.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to this version's tables, as its owner, and lets the application's role in. */
public final class Migrations {
    private Migrations() {}

    /** Creates the role where it is missing, then runs what has not run yet of {@code db/migration}. */
    public static void run(DataSource owner, String applicationUser, String applicationPassword) {
        admit(owner, applicationUser, applicationPassword);
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .defaultSchema("migration")
                .createSchemas(true)
                .placeholders(Map.of("application", applicationUser))
                .load()
                .migrate();
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
                    "The database owner may not create the role %s. Let an administrator create it, or give the owner CREATEROLE."
                            .formatted(user),
                    refused);
        }
    }
}
