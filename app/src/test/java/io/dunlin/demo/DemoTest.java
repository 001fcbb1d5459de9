package io.dunlin.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.jobs.JobId;
import io.dunlin.jobs.JobState;
import io.dunlin.jobs.Jobs;
import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.CustomerChoice;
import io.dunlin.ledger.Groups;
import io.dunlin.ledger.SearchWords;
import io.dunlin.ledger.report.OverdueEverywhere;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.testing.OwnerSession;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

class DemoTest extends RunningApplication {
    /** The real demo has 2,000: run with {@code -Ddemo.customers=2000} to load that. */
    private static final int CUSTOMERS = Integer.getInteger("demo.customers", 100);

    /** What stays on purpose: who did what, and the jobs that did it. */
    private static final List<String> KEPT = List.of("jobs.job", "tenancy.audit_entry");

    @Value("${dunlin.database.url}")
    private String url = "";

    @Test
    void the_demo_comes_in_through_imports_and_leaves_no_row_behind() {
        var subscriber = newTenant();
        try (var owner = new OwnerSession(url)) {
            ownCustomer(owner, subscriber);
            CurrentTenant.run(subscriber.tenant(), bean(SearchWords.class)::renew);
            var before = rows(owner, subscriber);

            run(subscriber, () -> bean(Demo.class).load(CUSTOMERS));

            var loaded = rows(owner, subscriber);
            assertThat(loaded).containsEntry("tenancy.company", 4L).containsEntry("intake.rejected_row", 0L);
            assertThat(loaded).containsEntry("ledger.customer", CUSTOMERS + 1L);
            assertThat(loaded).containsEntry("ledger.item", CUSTOMERS * 20L);
            assertThat(loaded.get("ledger.item_history")).isPositive();
            assertThat(loaded.get("ledger.contact")).isGreaterThan(CUSTOMERS / 2);
            assertThat(loaded.get("ledger.customer_group")).isEqualTo(2);
            assertThatThrownBy(() -> CurrentTenant.call(
                            subscriber.tenant(), () -> bean(Demo.class).load()))
                    .isInstanceOf(Rejected.class);
            var browser = signedIn(subscriber.administrator());
            assertThat(browser.get("/demo").body()).contains("Marevelle Foods (demo)", "Remove the demo companies");

            saysOneOverdue(subscriber);

            // What people add to it goes with it.
            attach(owner, subscriber);

            run(subscriber, () -> bean(Demo.class).remove());

            assertThat(rows(owner, subscriber)).isEqualTo(before);
            assertThat(browser.get("/demo").body()).contains("Load the demo").doesNotContain("Marevelle");
        }
    }

    private void saysOneOverdue(Subscriber subscriber) {
        CurrentTenant.run(
                subscriber.tenant(),
                () -> bean(TransactionTemplate.class).executeWithoutResult(status -> {
                    var group = bean(Groups.class).names().getFirst();
                    for (var company : bean(Companies.class).all()) {
                        var everywhere = new OverdueEverywhere(bean(DSLContext.class), company, company.today(clock()));
                        for (var filters : List.of(
                                Map.<String, List<String>>of(),
                                Map.of(CustomerChoice.GROUP, List.of(Long.toString(group.id()))),
                                Map.of(CustomerChoice.COLLECTOR, List.of(CustomerChoice.NONE)),
                                Map.of(CustomerChoice.COUNTRY, List.of("FR", "DE")))) {
                            assertThat(Set.copyOf(everywhere.of(filters).values()))
                                    .as("%s, %s: %s", company.code(), filters, everywhere.of(filters))
                                    .hasSize(1);
                        }
                    }
                }));
    }

    private void run(Subscriber subscriber, java.util.function.Supplier<JobId> order) {
        var job = CurrentTenant.call(subscriber.tenant(), order);
        Wait.until("the job has ended", () -> !job(subscriber, job).isActive());
        assertThat(job(subscriber, job).state())
                .as(() -> String.valueOf(job(subscriber, job).problem()))
                .isEqualTo(JobState.SUCCEEDED);
    }

    private io.dunlin.jobs.Job job(Subscriber subscriber, JobId id) {
        return CurrentTenant.call(subscriber.tenant(), () -> bean(Jobs.class).get(id));
    }

    private static void ownCustomer(OwnerSession owner, Subscriber subscriber) {
        var tenant = subscriber.tenant().value();
        owner.tell("insert into ledger.debtor (tenant_id, name) values (%d, 'Own')".formatted(tenant));
        owner.tell("""
                insert into ledger.customer
                    (tenant_id, company_id, debtor_id, code, code_key, name, search_key, created_at, changed_at)
                select %1$d, c.id, d.id, 'OWN', 'OWN', 'Own', 'own', now(), now()
                from tenancy.company c, ledger.debtor d
                where c.tenant_id = %1$d and d.tenant_id = %1$d
                """.formatted(tenant));
    }

    private static void attach(OwnerSession owner, Subscriber subscriber) {
        var tenant = subscriber.tenant().value();
        owner.tell("""
                insert into ledger.attachment
                    (tenant_id, company_id, customer_id, file_name, media_type, size, content_key, created_at)
                select tenant_id, company_id, id, 'a.txt', 'text/plain', 1, 'demo-test', now()
                from ledger.customer where tenant_id = %d and code <> 'OWN' limit 1
                """.formatted(tenant));
        owner.tell("""
                insert into intake.pushed_file
                select tenant_id, 'demo-test', '', id, null, now() from intake.import where tenant_id = %d limit 1
                """.formatted(tenant));
    }

    /** How many rows of the tenant each table has, by the catalogue: a new table is looked at without anybody thinking of it. */
    private static Map<String, Long> rows(OwnerSession owner, Subscriber subscriber) {
        var tables = owner.ask("""
                select string_agg(t.table_schema || '.' || t.table_name, ',')
                from information_schema.tables t
                join information_schema.columns c using (table_schema, table_name)
                where t.table_type = 'BASE TABLE' and c.column_name = 'tenant_id'
                    and t.table_schema not in ('pg_catalog', 'information_schema', 'migration')
                    and t.table_name not like 'session%' and t.table_name <> 'one_time_link'
                """);
        var rows = new TreeMap<String, Long>();
        for (var table : tables.split(",")) {
            if (!KEPT.contains(table)) {
                rows.put(
                        table,
                        Long.valueOf(owner.ask("select count(*) from %s where tenant_id = %d"
                                .formatted(table, subscriber.tenant().value()))));
            }
        }
        return rows;
    }
}
