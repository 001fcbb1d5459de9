package io.dunlin.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A published file of 2,466 invoices of 100 customers with their payment dates. Tests that need it are skipped where it is absent. */
final class PaymentsFile {
    private static final Path PATH = Path.of("../../shared/data/ibm-late-payments.csv");

    private PaymentsFile() {}

    static InputStream open() {
        assumeTrue(Files.exists(PATH), "ibm-late-payments.csv is not here");
        try {
            return Files.newInputStream(PATH);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
