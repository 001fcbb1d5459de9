package io.dunlin.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    @Bean
    DatabaseServer databaseServer(DatabaseSettings settings) {
        return settings.url() == null
                ? DatabaseServer.embedded(settings.folder())
                : DatabaseServer.external(settings.url());
    }

    /** The application's connections: a role that owns no table, after the migrations have run. */
    @Bean
    HikariDataSource dataSource(DatabaseServer server, DatabaseSettings settings) {
        var owner = new PGSimpleDataSource();
        owner.setUrl(server.ownerUrl());
        var password = settings.applicationPassword() != null
                ? settings.applicationPassword()
                : Migrations.derivedPassword(String.valueOf(owner.getPassword()), settings.applicationUser());
        var application = new PGSimpleDataSource();
        application.setUrl(server.ownerUrl());
        application.setUser(settings.applicationUser());
        application.setPassword(password);
        application.setApplicationName("dunlin");
        application.setReWriteBatchedInserts(true);
        // Never kept on the server, so each is planned with its values; what the server prepares itself, as for foreign
        // keys, is not.
        application.setPrepareThreshold(0);
        // A server that vanished without a word is noticed some day.
        application.setTcpKeepAlive(true);
        Migrations.run(owner, application);
        var pool = new HikariConfig();
        pool.setDataSource(application);
        pool.setMaximumPoolSize(settings.connections());
        // While the database is away people shall read so before they give up waiting.
        pool.setConnectionTimeout(LONGEST_WAIT.toMillis());
        return new HikariDataSource(pool);
    }

    @Bean
    DSLContext sql(DataSource dataSource) {
        return sqlOver(dataSource);
    }

    /** jOOQ on the connection of the running transaction. */
    private static DSLContext sqlOver(DataSource dataSource) {
        return DSL.using(new DefaultConfiguration()
                .set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(dataSource)))
                .set(SQLDialect.POSTGRES)
                .set(new Settings().withExecuteLogging(false)));
    }
}
