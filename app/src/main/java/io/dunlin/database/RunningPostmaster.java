package io.dunlin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A database server that runs on a data folder.
 *
 * <p>Source of the file's lines: PostgreSQL, {@code src/include/utils/pidfile.h} (1 process, 4 port, 8 status).
 */
record RunningPostmaster(ProcessHandle process, int port) {
    static Optional<RunningPostmaster> of(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        var port = Integer.parseInt(lines.get(3).strip());
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(RunningPostmaster::isPostgres)
                .map(process -> new RunningPostmaster(process, port));
    }

    /** After a reboot the number may belong to any other process. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }
}
