package io.dunlin.ledger;

import io.dunlin.testing.TestLedger;
import java.io.BufferedReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;

@SuppressWarnings("all")
class ScratchBench {
    public static void main(String[] a) throws Exception {
        try (var ledger = new TestLedger("2025-06-30")) {
            System.err.println(ledger.database().url());
            ledger.inTenant(() -> {
                var r = io.dunlin.ledger.tables.ExchangeRate.EXCHANGE_RATE;
                for (var e : new String[][] {{"USD", "1.08"}, {"GBP", "0.85"}})
                    ledger.sql()
                            .insertInto(r)
                            .set(r.TENANT_ID, ledger.tenant())
                            .set(r.CURRENCY, e[0])
                            .set(r.RATE_DATE, LocalDate.parse("2020-01-01"))
                            .set(r.PER_EURO, new BigDecimal(e[1]))
                            .execute();
                return 1;
            });
            var file = Path.of(a[0]);
            floor(ledger, file);
            for (int i = 0; i < 2; i++) load(ledger, file, i + 1, i);
            floor(ledger, file);
            var t0 = System.nanoTime();
            ledger.inTenant(() -> {
                new Facts(ledger.sql(), ledger.clock()).rebuild(ledger.company());
                return 1;
            });
            System.err.printf("facts %.2f s%n", (System.nanoTime() - t0) / 1e9);
            if (a.length > 1) Thread.sleep(Long.parseLong(a[1]) * 1000);
        }
    }

    static void load(TestLedger ledger, Path file, long id, int round) {
        var t0 = System.nanoTime();
        var order = new LoadOrder(
                id, ledger.company(), LoadOrder.Mode.STOCK, LocalDate.parse("2025-06-30"), true, Set.of("source_type"));
        var steps = new ArrayList<String>();
        var out = ledger.inTenant(() -> {
            try (var load = new ItemLoads(ledger.sql(), new Facts(ledger.sql(), ledger.clock()), ledger.clock())
                            .begin(order);
                    BufferedReader in = Files.newBufferedReader(file)) {
                in.readLine();
                String line;
                long n = 1;
                var custom = Collections.<String>nCopies(12, null);
                while ((line = in.readLine()) != null) {
                    var c = line.split(",", -1);
                    n++;
                    var open = new BigDecimal(c[7]);
                    var closed = c[8].isEmpty() ? null : LocalDate.parse(c[8]);
                    var original = new BigDecimal(c[6]);
                    if (round == 1 && n % 50 == 0 && closed == null)
                        open = open.divide(BigDecimal.TWO).setScale(2, java.math.RoundingMode.DOWN);
                    load.add(new ItemRow(
                            n,
                            c[0],
                            null,
                            c[2].equals("INV") ? ItemKind.INVOICE : ItemKind.CREDIT_NOTE,
                            c[1],
                            null,
                            c[5],
                            original,
                            null,
                            open,
                            LocalDate.parse(c[3]),
                            LocalDate.parse(c[4]),
                            null,
                            closed,
                            null,
                            null,
                            null,
                            c[2],
                            null,
                            null,
                            custom));
                }
                steps.add(String.format("staged %.2f", (System.nanoTime() - t0) / 1e9));
                return load.apply(step -> steps.add(String.format("%s %.2f", step, (System.nanoTime() - t0) / 1e9)));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        System.err.printf(
                "load %d: %.2f s %s %s%n",
                round,
                (System.nanoTime() - t0) / 1e9,
                out.added() + "/" + out.changed() + "/" + out.unchanged() + "/" + out.cleared() + "/"
                        + out.rejected().size(),
                steps);
    }

    static void floor(TestLedger ledger, Path file) throws Exception {
        try (var c = ledger.database().owner().getConnection();
                var s = c.createStatement()) {
            s.execute("drop table if exists public.floor");
            s.execute(
                    "create table public.floor (customer_code text, item_number text primary key, type text, issue_date date, due_date date, currency char(3), original_amount numeric(19,4), open_amount numeric(19,4), closed_date date)");
            s.execute("create index on public.floor(customer_code)");
            s.execute("create index on public.floor(due_date)");
            var t0 = System.nanoTime();
            c.unwrap(org.postgresql.PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy public.floor from stdin csv header null ''", Files.newInputStream(file));
            System.err.printf("floor %.2f s%n", (System.nanoTime() - t0) / 1e9);
        }
    }
}
