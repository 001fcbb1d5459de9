package io.dunlin.bench;

import io.dunlin.intake.ImportState;
import io.dunlin.intake.Imports;
import io.dunlin.intake.Intake;
import io.dunlin.intake.Subject;
import io.dunlin.ledger.ExchangeRates;
import io.dunlin.ledger.Facts;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.Tenants;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.springframework.context.ApplicationContext;

/** First import, the same file again with 2 % changed, and the facts, each against a floor that takes turns with it. */
final class LedgerWork {
    private final ApplicationContext application;
    private final Path data;
    private final Path file;
    private final Path changed;
    private final int items;

    LedgerWork(ApplicationContext application, Path data, Path file, Path changed, int items) {
        this.application = application;
        this.data = data;
        this.file = file;
        this.changed = changed;
        this.items = items;
    }

    List<Row> measure(int runs) throws Exception {
        var copies = new ArrayList<Double>();
        var firsts = new ArrayList<Double>();
        var repeats = new ArrayList<Double>();
        var rebuilds = new ArrayList<Double>();
        var peak = 0L;
        for (var run = 0; run < runs; run++) {
            copies.add(copy());
            resetPeaks();
            var tenant = application.getBean(Tenants.class).create("Bench", Currency.getInstance("EUR"));
            var company = CurrentTenant.call(tenant, this::newCompany);
            firsts.add(timed(() -> bring(tenant, company, file)));
            peak = Math.max(peak, peakHeap());
            copies.add(copy());
            repeats.add(timed(() -> bring(tenant, company, changed)));
            rebuilds.add(timed(() -> CurrentTenant.run(
                    tenant, () -> application.getBean(Facts.class).rebuild(company))));
        }
        var floor = median(copies);
        return List.of(
                new Row("first import", items, median(firsts), floor, 4, peak),
                new Row("same file, 2 % changed", items, median(repeats), floor, 1, peak),
                // No hand-written twin yet: measured against the COPY, for the record.
                new Row("facts (against the COPY)", items, median(rebuilds), floor, 2, peak));
    }

    private Company newCompany() {
        application
                .getBean(ExchangeRates.class)
                .save(List.of(
                        new ExchangeRates.Rate("USD", LocalDate.of(2020, 1, 1), new BigDecimal("1.08")),
                        new ExchangeRates.Rate("GBP", LocalDate.of(2020, 1, 1), new BigDecimal("0.85"))));
        var companies = application.getBean(Companies.class);
        return companies.get(
                companies.create("BENCH", "Bench", Currency.getInstance("EUR"), ZoneId.of("Europe/Paris")));
    }

    private void bring(TenantId tenant, Company company, Path content) {
        CurrentTenant.run(tenant, () -> {
            try (var stream = Files.newInputStream(content)) {
                var intake = application.getBean(Intake.class);
                var imports = application.getBean(Imports.class);
                var id = intake.receive(Subject.ITEMS, content.getFileName().toString(), stream, company, null);
                intake.start(id, imports.mapping(id), Receivables.AS_OF);
                while (imports.get(id).state() == ImportState.RUNNING) {
                    LockSupport.parkNanos(20_000_000);
                }
                var ended = imports.get(id);
                if (ended.state() != ImportState.APPLIED) {
                    throw new IllegalStateException("The import ended as " + ended);
                }
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
    }

    /** The floor: the rows as they are, into a table with a primary key and two indexes, on the same server. */
    private double copy() throws Exception {
        var lines = Files.readAllLines(data.resolve("cluster/postmaster.pid"));
        var url = "jdbc:postgresql://localhost:%s/postgres?user=postgres&password=%s"
                .formatted(
                        lines.get(3).strip(),
                        Files.readString(data.resolve("owner.password")).strip());
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = Files.newInputStream(file)) {
            statement.execute("drop table if exists public.bench_floor");
            statement.execute("""
                    create table public.bench_floor (customer_code text, item_number text primary key, type text, issue_date date,
                        due_date date, currency char(3), original_amount numeric(19, 4), open_amount numeric(19, 4), closed_date date)
                    """);
            statement.execute("create index on public.bench_floor (customer_code)");
            statement.execute("create index on public.bench_floor (due_date)");
            var begin = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy public.bench_floor from stdin (format csv, header true)", rows);
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private static double timed(Runnable work) {
        var begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void resetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(java.lang.management.MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
