package io.dunlin.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/**
 * A made-up ledger as of 2025-06-30: ten items a customer on average, big and small ones, three currencies, terms of 30 to 60
 * days, payers from early to bad, 80 % closed, credit notes, part payments. The same seed gives the same file.
 */
final class Receivables {
    static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);
    private static final int[] TERMS = {30, 30, 30, 30, 30, 45, 45, 45, 60, 60};
    private static final int[] DELAYS = {-5, 2, 2, 2, 18, 18, 18, 45, 45, 150};
    private static final String[] CURRENCIES = {"EUR", "EUR", "EUR", "EUR", "EUR", "EUR", "EUR", "USD", "USD", "GBP"};

    private Receivables() {}

    /** Writes the file, and the same file with 2 % of the rows changed. */
    static void write(Path file, Path changed, int items) throws IOException {
        var random = new Random(20250630);
        var customers = Math.max(1, items / 10);
        try (var plain = Files.newBufferedWriter(file);
                var second = Files.newBufferedWriter(changed)) {
            var head =
                    "customer_code,item_number,type,issue_date,due_date,currency,original_amount,open_amount,closed_date\n";
            plain.write(head);
            second.write(head);
            for (var number = 1; number <= items; number++) {
                item(plain, second, random, number, customers);
            }
        }
    }

    private static void item(BufferedWriter plain, BufferedWriter second, Random random, int number, int customers)
            throws IOException {
        // Squared: few customers have many items.
        var share = random.nextDouble();
        var customer = (int) (share * share * customers);
        var credit = random.nextInt(25) == 0;
        var cents = (credit ? -1 : 1) * (100 + (long) Math.exp(8 + 1.3 * random.nextGaussian()) * 10);
        var closed = random.nextInt(5) != 0;
        var term = TERMS[customer % 10];
        var life = Math.max(1, term + DELAYS[customer / 7 % 10] + (int) (8 * random.nextGaussian()));
        var issued = AS_OF.minusDays(closed ? life + random.nextInt(700) : random.nextInt(Math.max(2, life)));
        var paid = closed ? issued.plusDays(life) : null;
        var open = closed ? 0 : !credit && random.nextInt(12) == 0 ? cents / 2 + 1 : cents;
        var line = String.join(
                ",",
                "C%07d".formatted(customer),
                "F%08d".formatted(number),
                credit ? "CRN" : "INV",
                issued.toString(),
                (credit ? issued : issued.plusDays(term)).toString(),
                CURRENCIES[customer / 3 % 10],
                amount(cents));
        plain.write(line + "," + amount(open) + "," + (paid == null ? "" : paid) + "\n");
        // Every 50th row: an open item is paid, a closed one was paid a day earlier.
        var day = number % 50 != 0 ? paid : paid == null ? AS_OF : paid.minusDays(1);
        second.write(line + "," + amount(day == null ? open : 0) + "," + (day == null ? "" : day) + "\n");
    }

    private static String amount(long cents) {
        return String.format(
                Locale.ROOT, "%s%d.%02d", cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }
}
