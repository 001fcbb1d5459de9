package io.dunlin.intake;

import io.dunlin.jobs.JobId;
import io.dunlin.jobs.JobQueue;
import io.dunlin.jobs.JobRun;
import io.dunlin.jobs.Jobs;
import io.dunlin.jobs.TestCycle;
import io.dunlin.ledger.ContactLoads;
import io.dunlin.ledger.CustomerLoads;
import io.dunlin.ledger.Facts;
import io.dunlin.ledger.ItemLoads;
import io.dunlin.ledger.LedgerStatistics;
import io.dunlin.ledger.LoadOrder;
import io.dunlin.ledger.LoadUndo;
import io.dunlin.ledger.OrderLoads;
import io.dunlin.ledger.PortfolioLoads;
import io.dunlin.ledger.SalesLoads;
import io.dunlin.ledger.SearchWords;
import io.dunlin.ledger.StagingCleanup;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.ImportedUsers;
import io.dunlin.testing.TestLedger;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The whole module on a database of its own; jobs run at once in the test's thread. */
final class Sandbox implements AutoCloseable {
    final TestLedger ledger = new TestLedger("2026-11-23");
    final Facts facts = new Facts(ledger.sql(), ledger.clock());
    final Imports imports = within(new Imports(ledger.sql(), ledger.clock()));
    final ImportProgress progress = within(new ImportProgress(ledger.sql(), ledger.clock()));
    final RejectedRows rejected = within(new RejectedRows(ledger.sql(), ledger.transaction()));
    final ItemTypes types = within(new ItemTypes(ledger.sql(), ledger.clock()));
    final Mappings mappings = within(new Mappings(ledger.sql(), types, ledger.clock()));
    final Uploads uploads = within(new Uploads(ledger.sql(), ledger.transaction(), ledger.clock()));
    final Companies companies = within(new Companies(ledger.sql(), ledger.clock()));
    final List<String> steps = new ArrayList<>();
    final AuditTrail audit =
            within(new AuditTrail(ledger.sql(), ledger.clock(), new CurrentUser(), JsonMapper.shared()));
    final ImportedUsers importedUsers = new ImportedUsers(ledger.sql(), ledger.clock());
    final UndoImport undo =
            new UndoImport(imports, progress, new LoadUndo(ledger.sql(), facts, importedUsers), companies, audit);
    final Jobs jobs =
            within(new Jobs(ledger.sql(), new JobQueue(ledger.dataSource()), new CurrentUser(), ledger.clock()));
    final ImportOrders orders = new ImportOrders(imports, progress, mappings, jobs, audit);
    final ImportJob job = new ImportJob(
            progress,
            rejected,
            new ImportRun(
                    imports,
                    progress,
                    new ImportFiles(uploads, imports, rejected),
                    new Loads(
                            new ItemLoads(ledger.sql(), facts, ledger.clock()),
                            new CustomerLoads(ledger.sql(), facts, ledger.clock()),
                            new ContactLoads(ledger.sql()),
                            new OrderLoads(ledger.sql(), facts),
                            new SalesLoads(ledger.sql(), facts),
                            new PortfolioLoads(ledger.sql(), importedUsers, audit),
                            companies),
                    ledger.transaction()),
            new AfterImport(
                    within(new StagingCleanup(ledger.sql())),
                    within(new SearchWords(ledger.sql())),
                    within(new LedgerStatistics(ledger.sql())),
                    within(imports),
                    within(companies),
                    TestCycle.of(ledger)),
            jobs);

    final Intake intake = new Intake(uploads, imports, mappings);

    /** As people do it: the file is received, started as proposed, and the job brings it in. */
    Import bring(Company company, String fileName, byte[] content) {
        ledger.clock().pass(java.time.Duration.ofMinutes(1));
        var id = CurrentTenant.call(
                ledger.tenant(),
                () -> intake.receive(Subject.ITEMS, fileName, new ByteArrayInputStream(content), company, null));
        ledger.inTenant(() -> {
            orders.start(id, imports.mapping(id), company.today(ledger.clock()));
            return id;
        });
        var number = java.util.Objects.requireNonNull(get(id).job());
        CurrentTenant.run(ledger.tenant(), () -> job.run(new Run(id, number)));
        return get(id);
    }

    /** A file of another subject, read as proposed. */
    Import bring(Subject subject, LoadOrder.Mode mode, String content) {
        return bring(subject, mode, content.getBytes(StandardCharsets.UTF_8));
    }

    Import bring(Subject subject, LoadOrder.Mode mode, byte[] content) {
        ledger.clock().pass(java.time.Duration.ofMinutes(1));
        var id = CurrentTenant.call(
                ledger.tenant(),
                () -> intake.receive(subject, "file.csv", new ByteArrayInputStream(content), ledger.company(), null));
        ledger.inTenant(() -> {
            var proposed = imports.mapping(id);
            orders.start(
                    id,
                    new Mapping(proposed.columns(), proposed.kinds(), mode),
                    ledger.company().today(ledger.clock()));
            return id;
        });
        var number = java.util.Objects.requireNonNull(get(id).job());
        CurrentTenant.run(ledger.tenant(), () -> job.run(new Run(id, number)));
        return get(id);
    }

    /** What was left out, and what was used in part: row and reason. */
    List<String> reasons(Import done) {
        return ledger.inTenant(() -> java.util.stream.Stream.concat(
                        rejected.first(done.id(), 100).stream(), rejected.firstUsed(done.id(), 100).stream())
                .map(row -> row.problem().row() + " " + row.problem().reason() + (row.used() ? " used" : ""))
                .toList());
    }

    void takeBack(Import done) {
        ledger.inTenant(() -> {
            undo.undo(done.id());
            return done;
        });
    }

    Company newCompany(String code) {
        return ledger.inTenant(() -> companies.get(companies.create(
                code, code, ledger.company().currency(), ledger.company().zone())));
    }

    Import run(String content, LoadOrder.Mode mode) {
        return run(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), mode);
    }

    /** Receives the file, takes the proposed mapping as it is and brings the file in. */
    Import run(InputStream content, LoadOrder.Mode mode) {
        var id = prepare(content, mode);
        start(id, false);
        return get(id);
    }

    ImportId prepare(InputStream content, LoadOrder.Mode mode) {
        var upload = ledger.inTenant(() -> uploads.store("items.csv", content, null));
        var profile =
                CurrentTenant.call(ledger.tenant(), () -> Profiler.profile(uploads.open(upload), upload.charset()));
        var proposed = Suggestions.propose(Subject.ITEMS, profile, null);
        var mapping = new Mapping(proposed.columns(), proposed.kinds(), mode);
        // Imports are told apart by when they were applied.
        ledger.clock().pass(java.time.Duration.ofMinutes(1));
        return ledger.inTenant(() -> imports.create(ledger.company(), upload, Subject.ITEMS, profile, mapping, null));
    }

    void start(ImportId id, boolean confirmed) {
        ledger.inTenant(() -> {
            progress.started(id, new JobId(1), confirmed);
            return id;
        });
        rerun(id);
    }

    void rerun(ImportId id) {
        CurrentTenant.run(ledger.tenant(), () -> job.run(new Run(id, new JobId(1))));
    }

    Import get(ImportId id) {
        return ledger.inTenant(() -> imports.get(id));
    }

    /** Begins and ends transactions as the container does. */
    @SuppressWarnings("unchecked")
    private <T> T within(T store) {
        var proxy = new ProxyFactory(store);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(new TransactionInterceptor(
                (TransactionManager)
                        java.util.Objects.requireNonNull(ledger.transaction().getTransactionManager()),
                new AnnotationTransactionAttributeSource()));
        return (T) proxy.getProxy();
    }

    @Override
    public void close() {
        ledger.close();
    }

    private final class Run implements JobRun {
        private final ImportId id;
        private final JobId number;

        Run(ImportId id, JobId number) {
            this.id = id;
            this.number = number;
        }

        @Override
        public JobId id() {
            return number;
        }

        @Override
        public JsonNode payload() {
            return JsonNodeFactory.instance.objectNode().put("import", id.value());
        }

        @Override
        public void step(String messageKey) {
            steps.add(messageKey);
        }

        @Override
        public void progress(long done, long total) {}

        @Override
        public void checkCancelled() {}

        @Override
        public void result(Map<String, ?> counts) {}
    }
}
