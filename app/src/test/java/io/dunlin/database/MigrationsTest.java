package io.dunlin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationsTest {
    private static PGSimpleDataSource plainOwner;

    @BeforeAll
    static void makeAnOwnerWhoMayCreateNoRoles() {
        plainOwner = new PGSimpleDataSource();
        plainOwner.setUrl(TestDatabase.create().url());
        TestDatabase.asOwner("create role plain_owner login password 'owner' nosuperuser nocreaterole");
        TestDatabase.asOwner("create database plain owner plain_owner");
        plainOwner.setDatabaseName("plain");
        plainOwner.setUser("plain_owner");
    }

    @AfterAll
    static void removeIt() {
        TestDatabase.asOwner("drop database plain with (force)");
        TestDatabase.asOwner("drop role plain_owner");
    }

    @Test
    void an_owner_who_may_create_no_roles_will_do_where_the_role_is_there() throws Exception {
        var application = as("dunlin_app");

        Migrations.run(plainOwner, application);

        try (var connection = application.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.execute("select count(*) from ledger.item")).isTrue();
        }
    }

    @Test
    void where_the_role_is_missing_it_is_said_who_must_make_it() {
        assertThatThrownBy(() -> Migrations.run(plainOwner, as("somebody_else")))
                .hasMessageContaining("may not create or change the role somebody_else")
                .hasMessageContaining("CREATEROLE");
    }

    private static PGSimpleDataSource as(String user) {
        var source = new PGSimpleDataSource();
        source.setUrl(plainOwner.getUrl());
        source.setDatabaseName("plain");
        source.setUser(user);
        source.setPassword("secret");
        return source;
    }
}
