package io.dunlin.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files with the longest texts and the largest amounts that Dunlin takes, for any number of customers. */
final class LongestTexts {
    static final String BLANKS = longest("Société Anonyme des Établissements Réunis de la Côte ", 200);
    static final String NO_BLANKS =
            longest("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", 200);
    static final String LABEL = longest("Regionale Zuständigkeitsbereichskennzeichnung ", 60);
    static final String CODE = longest("KUNDENNUMMER0", 54);

    /** So many items the first customer has besides its own: a statement of several screens. */
    private static final int FIRST = 60;

    private final Path folder;
    private final LocalDate today;

    LongestTexts(Path folder, LocalDate today) {
        this.folder = folder;
        this.today = today;
    }

    private static String longest(String text, int length) {
        return text.repeat(length / text.length() + 1).substring(0, length).strip();
    }

    Path customers(int customers) {
        return file(
                "customers",
                "customer_code;name;trading_name;legal_id;city;country;payment_terms;comment;groups;custom_1;custom_2;website;address",
                customers,
                n -> String.join(
                        ";",
                        CODE + n,
                        name(n),
                        n % 2 == 0 ? NO_BLANKS : BLANKS,
                        "%040d".formatted(n),
                        longest(NO_BLANKS, 100),
                        n % 3 == 0 ? "DE" : "FR",
                        longest(BLANKS, 100),
                        longest(n % 2 == 0 ? BLANKS : NO_BLANKS, 2000),
                        n < 200 ? longest("Gruppe" + n % 3 + LABEL, 60) : "",
                        n % 5 + NO_BLANKS.substring(1),
                        BLANKS,
                        "https://" + longest(NO_BLANKS, 190),
                        longest(NO_BLANKS, 500)));
    }

    Path items(int customers) {
        return file(
                "items",
                "customer_code;item_number;invoice_date;due_date;amount;currency;purchase_order;sales_manager;payment_date;custom_1",
                customers == 0 ? 0 : customers + FIRST,
                n -> String.join(
                        ";",
                        CODE + (n < customers ? n : 0),
                        longest("F" + n + "NUMBER", 60),
                        today.minusDays(30 + n % 360).toString(),
                        today.minusDays(n % 360).plusDays(n % 4 == 0 ? 30 : -1).toString(),
                        (n % 5 == 4 ? "-" : "") + (999_999_999_999L - n) + ".99",
                        "EUR",
                        longest(NO_BLANKS, 100),
                        longest(n % 2 == 0 ? BLANKS : NO_BLANKS, 99) + n % 7,
                        n % 6 == 5 ? today.minusDays(n % 200).toString() : "",
                        n % 3 + NO_BLANKS.substring(1)));
    }

    Path contacts(int customers) {
        return file(
                "contacts",
                "customer_code;contact_name;first_name;position;email;phone;mobile;for_collection",
                customers,
                n -> String.join(
                        ";",
                        CODE + n,
                        name(n),
                        longest(NO_BLANKS, 100),
                        longest(BLANKS, 100),
                        "%sx%d@example.org".formatted("m".repeat(180), n),
                        longest("+49 123 456 789 ", 60),
                        longest("0049123456789", 60),
                        "yes"));
    }

    /** Every second row cannot be read, with the longest values. */
    Path broken() {
        return file(
                "broken",
                "customer_code;item_number;invoice_date;due_date;amount",
                20,
                n -> n % 2 == 0
                        ? CODE + "0;B" + n + ";2026-01-31;2026-02-28;1.00"
                        : String.join(";", CODE, "B" + n, NO_BLANKS, BLANKS, NO_BLANKS));
    }

    Path attachment() {
        return write("attachment", "The signed delivery note.");
    }

    private static String name(int n) {
        return (n % 2 == 0 ? NO_BLANKS : BLANKS).substring(0, 190) + n;
    }

    private Path file(String what, String heads, int rows, IntFunction<String> row) {
        return write(
                what, heads + "\n" + IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n")) + "\n");
    }

    private Path write(String what, String content) {
        try {
            return Files.writeString(folder.resolve(what + "n".repeat(196 - what.length()) + ".txt"), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
