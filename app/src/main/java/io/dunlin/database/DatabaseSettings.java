package io.dunlin.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is.
 *
 * @param url JDBC URL of an existing PostgreSQL 15 or newer, with the owner's user and password; absent: Dunlin starts its own
 * @param applicationUser role the application works as; created by the owner where it does not exist
 * @param applicationPassword its password; absent: derived from the owner's password, the same on every node
 * @param folder where the embedded server keeps its data
 * @param connections most connections the application opens
 */
@ConfigurationProperties("dunlin.database")
public record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("dunlin_app") String applicationUser,
        @Nullable String applicationPassword,
        @DefaultValue("data/postgres") Path folder,
        @DefaultValue("16") int connections) {}
