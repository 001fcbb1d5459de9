package io.dunlin.bench;

import io.dunlin.intake.ImportId;
import io.dunlin.intake.ImportOrders;
import io.dunlin.intake.ImportState;
import io.dunlin.intake.Imports;
import io.dunlin.intake.Intake;
import io.dunlin.intake.Subject;
import io.dunlin.jobs.Jobs;
import io.dunlin.ledger.ExchangeRates;
import io.dunlin.ledger.Facts;
import io.dunlin.ledger.report.AgeingWork;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * First import, the same file again with 2 % changed, the facts, the ageing as of today and of a past day, each in turn with
 * its floor; at the end the quick search, the advanced one, and rules. Every run works on a tenant of its own.
 */
final class LedgerWork {
    private final ApplicationContext application;
    private final Floors floors;
    private final Dataset data;

    LedgerWork(ApplicationContext application, Floors floors, Dataset data) {
        this.application = application;
        this.floors = floors;
        this.data = data;
    }

    List<Row> measure(int runs) throws Exception {
        var look = new Measured("upload and look through", data.rows(), 0);
        var first = new Measured("first import", data.rows(), 4);
        var repeat = new Measured("same file, 2 % changed", data.rows(), 1);
        var facts = new Measured("facts", data.rows(), 2);
        var today = new Measured("ageing, present day", data.rows(), 1.5);
        var search = new ArrayList<Row>();
        var past = new Measured("ageing, past day", data.rows(), 1.5);
        for (var run = 0; run < runs; run++) {
            floors.empty();
            var tenant = application.getBean(Tenants.class).create("Bench", Currency.getInstance("EUR"));
            var company = CurrentTenant.call(tenant, this::newCompany);
            var files = new Files(tenant, company);
            first.floor(floors.copy(data.items()));
            look.work(() -> files.receive(data.items()));
            first.work(files::bring);
            files.settle();
            floors.vacuum();
            repeat.floor(floors.copy(data.items()));
            look.work(() -> files.receive(data.changed()));
            repeat.work(files::bring);
            files.settle();
            facts.floor(floors.facts(LocalDate.now(ZoneId.of("Europe/Paris"))));
            facts.work(() -> CurrentTenant.run(
                    tenant, () -> application.getBean(Facts.class).rebuild(company)));
            floors.vacuum();
            ageing(today, tenant, company, data.asOf());
            ageing(past, tenant, company, data.asOf().minusDays(180));
            if (run == runs - 1) {
                search.add(search(files, tenant));
                search.add(new CriteriaWork(application, floors).measure(tenant, company, data.rows()));
                search.add(new RulesWork(application, floors).measure(tenant, company, Math.max(1, data.rows() / 10)));
            }
        }
        return Stream.concat(
                        Stream.of(look.row(), first.row(), repeat.row(), facts.row(), today.row(), past.row()),
                        search.stream())
                .toList();
    }

    /** Once, as it takes names: the customers of the items get theirs from a file. */
    private Row search(Files files, TenantId tenant) throws Exception {
        var firms = new Firms(Math.max(1, data.rows() / 10));
        var folder = java.nio.file.Files.createTempDirectory("dunlin-bench-firms");
        files.receive(Subject.CUSTOMERS, firms.customers(folder));
        files.bring();
        files.settle();
        files.receive(Subject.CONTACTS, firms.contacts(folder));
        files.bring();
        files.settle();
        floors.vacuum();
        return new SearchWork(application, floors, firms).measure(tenant, data.rows());
    }

    private void ageing(Measured row, TenantId tenant, Company company, LocalDate day) throws Exception {
        var work = new AgeingWork(application);
        for (var time = 0; time < 3; time++) {
            row.floor(floors.ageing(day));
            row.work(() -> CurrentTenant.run(tenant, () -> work.answer(company, day)));
        }
        System.out.printf(
                "Balance as of %s: EUR %s%n", day, CurrentTenant.call(tenant, () -> work.answer(company, day)));
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

    /** The files of one company: received as by an upload, then brought into the ledger by a job. */
    private final class Files {
        private final TenantId tenant;
        private final Company company;
        private @Nullable ImportId received;

        Files(TenantId tenant, Company company) {
            this.tenant = tenant;
            this.company = company;
        }

        void receive(Path file) {
            receive(Subject.ITEMS, file);
        }

        void receive(Subject subject, Path file) {
            CurrentTenant.run(tenant, () -> {
                try (var stream = java.nio.file.Files.newInputStream(file)) {
                    received = application
                            .getBean(Intake.class)
                            .receive(subject, file.getFileName().toString(), stream, company, null);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }

        void bring() {
            var id = Objects.requireNonNull(received);
            CurrentTenant.run(tenant, () -> {
                var imports = application.getBean(Imports.class);
                application.getBean(ImportOrders.class).start(id, imports.mapping(id), data.asOf());
                while (imports.get(id).state() == ImportState.RUNNING) {
                    LockSupport.parkNanos(20_000_000);
                }
                var ended = imports.get(id);
                if (ended.state() != ImportState.APPLIED) {
                    throw new IllegalStateException("The import ended as " + ended);
                }
            });
        }

        /** What a job does after its import has been applied, so that nothing runs beside the next measurement. */
        void settle() {
            CurrentTenant.run(tenant, () -> {
                while (!application.getBean(Jobs.class).active().isEmpty()) {
                    LockSupport.parkNanos(20_000_000);
                }
            });
        }
    }
}
