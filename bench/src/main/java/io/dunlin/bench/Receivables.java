package io.dunlin.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/**
 * A made-up ledger of two years in the order of issue: ten items a customer on average, big and small ones, three currencies,
 * terms of 30 to 60 days, payers from early to bad, 80 % closed, credit notes, part payments. The same seed gives the same file.
 */
final class Receivables {
    private static final int[] TERMS = {30, 30, 30, 30, 30, 45, 45, 45, 60, 60};
    private static final int[] DELAYS = {-5, 2, 2, 2, 18, 18, 18, 45, 45, 150};
    private static final String[] CURRENCIES = {"EUR", "EUR", "EUR", "EUR", "EUR", "EUR", "EUR", "USD", "USD", "GBP"};
    private static final int WINDOW = 730;
    private static final String HEAD =
            "customer_code,item_number,type,issue_date,due_date,currency,original_amount,open_amount,closed_date\n";

    private final LocalDate asOf;
    private final int customers;

    private Receivables(LocalDate asOf, int items) {
        this.asOf = asOf;
        this.customers = Math.max(1, items / 10);
    }

    /** What one item is, from its seed alone. */
    private record Made(int customer, boolean isCredit, boolean isOpen, int term, int life, int age, Random random) {}

    /** Writes the file as it stands at the end of the day. */
    static void write(Path file, int items, LocalDate asOf) throws IOException {
        var maker = new Receivables(asOf, items);
        var inOrder = maker.byAge(items);
        try (var plain = Files.newBufferedWriter(file)) {
            plain.write(HEAD);
            for (var at = 0; at < items; at++) {
                maker.write(plain, maker.made(inOrder[at]), at + 1);
            }
        }
    }

    /** Seeds of the items, the oldest item first: counted and dealt out, as there may be ten million. */
    private int[] byAge(int items) {
        var starts = new int[WINDOW + 2];
        for (var seed = 0; seed < items; seed++) {
            starts[WINDOW - made(seed).age() + 1]++;
        }
        for (var day = 1; day < starts.length; day++) {
            starts[day] += starts[day - 1];
        }
        var seeds = new int[items];
        for (var seed = 0; seed < items; seed++) {
            seeds[starts[WINDOW - made(seed).age()]++] = seed;
        }
        return seeds;
    }

    private Made made(int seed) {
        var random = new Random(20250630L * 31 + seed * 0x9e3779b97f4a7c15L);
        // Squared: few customers have many items.
        var share = random.nextDouble();
        var customer = (int) (share * share * customers);
        var isCredit = random.nextInt(25) == 0;
        var isOpen = random.nextInt(5) == 0;
        var term = TERMS[customer % 10];
        var life = Math.clamp(term + DELAYS[customer / 7 % 10] + (int) (8 * random.nextGaussian()), 1, WINDOW - 1);
        var age = isOpen ? random.nextInt(life + 1) : life + random.nextInt(WINDOW - life);
        return new Made(customer, isCredit, isOpen, term, life, age, random);
    }

    private void write(BufferedWriter file, Made item, int number) throws IOException {
        var random = item.random();
        var cents = (item.isCredit() ? -1 : 1) * (100 + (long) Math.exp(8 + 1.3 * random.nextGaussian()) * 10);
        var issued = asOf.minusDays(item.age());
        var part = item.isOpen() && !item.isCredit() && random.nextInt(12) == 0;
        file.write(String.join(
                ",",
                "C%07d".formatted(item.customer()),
                "F%08d".formatted(number),
                item.isCredit() ? "CRN" : "INV",
                issued.toString(),
                (item.isCredit() ? issued : issued.plusDays(item.term())).toString(),
                CURRENCIES[item.customer() / 3 % 10],
                amount(cents),
                amount(!item.isOpen() ? 0 : part ? cents / 2 + 1 : cents),
                item.isOpen() ? "" : issued.plusDays(item.life()).toString()));
        file.write('\n');
    }

    private static String amount(long cents) {
        return String.format(
                Locale.ROOT, "%s%d.%02d", cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }
}
