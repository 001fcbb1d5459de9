package io.dunlin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Made-up names and people of the customers of {@link Receivables}: tens of thousands of words that hardly anybody else has, a few
 * trades and legal forms that many have. The same seed gives the same files.
 */
final class Firms {
    private static final String[] SYLLABLES = {
        "ba", "bel", "bri", "ca", "cho", "cor", "da", "dre", "du", "fa", "fou", "ga", "gri", "ha", "jo", "ker", "la",
                "len", "lo",
        "mar", "mi", "mon", "na", "nel", "no", "pa", "pi", "quin", "ra", "ri", "ro", "sal", "ser", "so", "tan", "ti",
                "tour", "va",
        "ven", "vi", "wal", "yo", "ze"
    };
    private static final String[] TRADES = {
        "Transports",
        "Distribution",
        "Boulangerie",
        "Brasserie",
        "Services",
        "Logistique",
        "Handel",
        "Énergie",
        "Foods",
        "Travaux"
    };
    private static final String[] FORMS = {"SARL", "SAS", "SA", "GmbH", "Ltd"};
    private static final String[] PEOPLE = {
        "Anne", "Bruno", "Céline", "Dieter", "Elsa", "Martin", "Nadia", "Oscar", "Petra", "Yann"
    };

    private final Random random = new Random(20250630L);
    private final List<Firm> firms;

    Firms(int customers) {
        firms = Stream.generate(this::firm).limit(customers).collect(Collectors.toCollection(ArrayList::new));
    }

    /** What a firm and its person for collection are called. */
    record Firm(String word, String trade, String form, String first, String last) {
        String name() {
            return trade + " " + word + " " + form;
        }

        String email() {
            return (first.substring(0, 1) + "." + last + "@" + word + ".example").toLowerCase(java.util.Locale.ROOT);
        }
    }

    Firm get(int customer) {
        return firms.get(customer);
    }

    int count() {
        return firms.size();
    }

    static String code(int customer) {
        return "C%07d".formatted(customer);
    }

    Path customers(Path folder) throws IOException {
        return write(
                folder.resolve("firms-" + count() + ".csv"),
                "customer_code,name,city",
                (code, firm) -> code + "," + firm.name() + "," + firm.last());
    }

    Path contacts(Path folder) throws IOException {
        return write(
                folder.resolve("people-" + count() + ".csv"),
                "customer_code,last_name,first_name,email",
                (code, firm) -> code + "," + firm.last() + "," + firm.first() + "," + firm.email());
    }

    private interface Line {
        String of(String code, Firm firm);
    }

    private Path write(Path file, String head, Line line) throws IOException {
        try (var rows = Files.newBufferedWriter(file)) {
            rows.write(head + "\n");
            for (var customer = 0; customer < count(); customer++) {
                rows.write(line.of(code(customer), get(customer)) + "\n");
            }
        }
        return file;
    }

    private Firm firm() {
        return new Firm(word(), pick(TRADES), pick(FORMS), pick(PEOPLE), word());
    }

    private String word() {
        var word = Stream.generate(() -> pick(SYLLABLES))
                .limit(2L + random.nextInt(3))
                .collect(Collectors.joining());
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    private String pick(String[] some) {
        return some[random.nextInt(some.length)];
    }
}
