package io.dunlin.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed tables are those of the migrations; {@code -Dtables.approve=true} writes them anew. */
class GeneratedTablesTest {
    private static final Path COMMITTED = Path.of("src/generated/java");

    @Test
    void the_committed_tables_are_those_of_the_migrations(@TempDir Path fresh) throws Exception {
        var approve = Boolean.getBoolean("tables.approve");
        GenerateTables.into(approve ? COMMITTED.toAbsolutePath() : fresh, TestDatabase.ownerUrl());
        if (!approve) {
            assertThat(sources(COMMITTED)).isEqualTo(sources(fresh));
        }
    }

    private static Map<String, String> sources(Path folder) throws IOException {
        var sources = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                sources.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }
}
