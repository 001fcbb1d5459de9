package io.dunlin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/** What the same work costs at least: hand-written statements over the bare rows of the file, on the same server. */
final class Floors {
    private final String url;

    Floors(Path database) throws IOException {
        var lines = Files.readAllLines(database.resolve("cluster/postmaster.pid"));
        url = "jdbc:postgresql://localhost:%s/postgres?user=postgres&password=%s"
                .formatted(
                        lines.get(3).strip(),
                        Files.readString(database.resolve("owner.password")).strip());
    }

    interface Work {
        void on(Connection connection) throws SQLException, IOException;
    }

    /** COPY of the rows as they are into a table with a primary key and two indexes. */
    double copy(Path file) throws SQLException, IOException {
        execute("drop table if exists public.bench_floor");
        execute("""
                create table public.bench_floor (customer_code text, item_number text primary key, type text, issue_date date,
                    due_date date, currency char(3), original_amount numeric(19, 4), open_amount numeric(19, 4), closed_date date)
                    with (autovacuum_enabled = false)
                """);
        execute("create index on public.bench_floor (customer_code)");
        execute("create index on public.bench_floor (due_date)");
        return timed(connection -> {
            try (var rows = Files.newInputStream(file)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy public.bench_floor from stdin (format csv, header true)", rows);
            }
        });
    }

    /** The facts of every customer by hand: the same columns, the same two indexes. */
    double facts(LocalDate day) throws SQLException, IOException {
        execute("drop table if exists public.bench_facts");
        execute("""
                create table public.bench_facts (customer_code text primary key, receivable numeric(19, 4), not_due numeric(19, 4),
                    overdue numeric(19, 4), overdue_1 numeric(19, 4), overdue_2 numeric(19, 4), overdue_3 numeric(19, 4),
                    overdue_4 numeric(19, 4), overdue_5 numeric(19, 4), credits numeric(19, 4), open_items int, oldest_due_date date, last_payment_date date,
                    average_delay numeric(10, 2), delay_items int, delay_weighted numeric, delay_amount numeric,
                    sales_12_months numeric(19, 4), sales_by_month numeric(19, 4)[], largest_exposure numeric(19, 4))
                """);
        execute("create index on public.bench_facts (overdue desc)");
        execute("vacuum analyze public.bench_floor");
        return timed(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set work_mem = '128MB'");
                statement.execute(FACTS.formatted(months(day)).replace(":day", "date '" + day + "'"));
            }
        });
    }

    private static String months(LocalDate day) {
        var first = day.withDayOfMonth(1);
        return IntStream.range(0, 12)
                .mapToObj(month -> first.minusMonths(11 - month))
                .map(month -> "sum(amount) filter (where issue_date >= '%s' and issue_date < '%s')"
                        .formatted(month, month.plusMonths(1)))
                .collect(Collectors.joining(", "));
    }

    private static final String CONVERTED = """
            (select f.*, round((case when closed_date is null then open_amount else original_amount end) * factor, 2) as open,
                    round(original_amount * factor, 2) as amount,
                    issue_date <= :day and (closed_date is null or closed_date > :day) as is_open
                from public.bench_floor f
                join (values ('EUR', 1.0), ('USD', 1 / 1.08), ('GBP', 1 / 0.85)) r (currency, factor) using (currency) offset 0) c
            """;

    private static final String FACTS =
            """
            insert into public.bench_facts
            select f.*, x.peak
            from (
                select customer_code, sum(open) filter (where is_open), sum(open) filter (where is_open and open > 0 and due_date >= :day),
                    sum(open) filter (where is_open and open > 0 and due_date < :day),
                    sum(open) filter (where is_open and open > 0 and due_date between :day - 30 and :day - 1),
                    sum(open) filter (where is_open and open > 0 and due_date between :day - 60 and :day - 31),
                    sum(open) filter (where is_open and open > 0 and due_date between :day - 90 and :day - 61),
                    sum(open) filter (where is_open and open > 0 and due_date between :day - 120 and :day - 91),
                    sum(open) filter (where is_open and open > 0 and due_date < :day - 120),
                    sum(open) filter (where is_open and open < 0), count(*) filter (where is_open),
                    min(due_date) filter (where is_open), max(closed_date) filter (where type = 'INV'),
                    round(sum(amount * (closed_date - due_date)) filter (where type = 'INV' and closed_date > :day - 183)
                        / nullif(sum(amount) filter (where type = 'INV' and closed_date > :day - 183), 0), 2),
                    count(*) filter (where type = 'INV' and closed_date > :day - 183),
                    sum(amount * (closed_date - due_date)) filter (where type = 'INV' and closed_date > :day - 183),
                    sum(amount) filter (where type = 'INV' and closed_date > :day - 183),
                    sum(amount) filter (where issue_date > :day - 365), array[%%s]
                from CONVERTED group by customer_code) f
            left join (
                select customer_code, greatest(max(balance), 0) as peak
                from (
                    select customer_code, sum(change) over (partition by customer_code order by moved) as balance
                    from (select customer_code, greatest(issue_date, :day - 365) as since, closed_date as until, open from CONVERTED
                        where closed_date is null or closed_date > :day - 365 offset 0) p,
                        lateral (values (since, open), (until, -open)) m (moved, change)
                    where moved <= :day) b
                group by customer_code) x using (customer_code)
            """.replace("CONVERTED", CONVERTED.strip()).replace("%%s", "%s");

    /** An ageing by customer by hand, added up to one row. */
    double ageing(LocalDate day) throws SQLException, IOException {
        return timed(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("""
                        select count(*), sum(total), sum(not_due), sum(d30), sum(d60), sum(d90), sum(d120), sum(more) from (
                        select customer_code, sum(open) as total, sum(open) filter (where due_date >= :day) as not_due,
                            sum(open) filter (where due_date between :day - 30 and :day - 1) as d30,
                            sum(open) filter (where due_date between :day - 60 and :day - 31) as d60,
                            sum(open) filter (where due_date between :day - 90 and :day - 61) as d90,
                            sum(open) filter (where due_date between :day - 120 and :day - 91) as d120,
                            sum(open) filter (where due_date < :day - 120) as more
                        from CONVERTED where is_open group by customer_code) a
                        """.replace("CONVERTED", CONVERTED.strip()).replace(":day", "date '" + day + "'"));
            }
        });
    }

    /** One customer by its code: what any search costs at least. */
    double customer(String code) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.prepareStatement("select name from ledger.customer where code_key = ?"
                        + " and (tenant_id, company_id) = (select tenant_id, max(id) from tenancy.company"
                        + " where tenant_id = (select max(tenant_id) from tenancy.company) group by 1)")) {
            var begin = System.nanoTime();
            statement.setString(1, code);
            statement.executeQuery().close();
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    /** Nobody collects from the customers of the last tenant. */
    void forgetCollectors() throws SQLException {
        execute(
                "delete from ledger.customer_assignment where tenant_id = (select max(tenant_id) from tenancy.company)");
        execute("drop table if exists public.bench_collector, public.bench_change");
        execute("create table public.bench_collector (tenant_id bigint, customer_id bigint, collector_id bigint,"
                + " primary key (tenant_id, customer_id),"
                + " foreign key (tenant_id, customer_id) references ledger.customer (tenant_id, id),"
                + " foreign key (tenant_id, collector_id) references tenancy.user_account (tenant_id, id))");
        execute("create index on public.bench_collector (tenant_id, collector_id)");
        execute(
                "create table public.bench_change (tenant_id bigint, run_id bigint, customer_id bigint, before bigint, after bigint)");
        execute("create index on public.bench_change (tenant_id, run_id)");
        execute("create index on public.bench_change (tenant_id, customer_id, run_id)");
        vacuum();
    }

    /** Whom a {@code case} over the facts of a customer gives it to, written with what it was before; the same rows, indexes and foreign keys. */
    double collectors(String decision) throws SQLException, IOException {
        var statement = """
                with decided as (
                    select c.tenant_id, c.id, %s as collector
                    from ledger.customer c join ledger.customer_fact f on f.tenant_id = c.tenant_id and f.customer_id = c.id
                    where c.tenant_id = (select max(tenant_id) from tenancy.company)
                ), changed as (
                    insert into public.bench_change
                    select d.tenant_id, 1, d.id, a.collector_id, d.collector
                    from decided d left join ledger.customer_assignment a on a.tenant_id = d.tenant_id and a.customer_id = d.id
                    where d.collector is distinct from a.collector_id and d.collector is not null
                    returning *
                )
                insert into public.bench_collector select tenant_id, customer_id, after from changed
                on conflict (tenant_id, customer_id) do update set collector_id = excluded.collector_id
                """.formatted(decision);
        return timed(connection -> {
            try (var sql = connection.createStatement()) {
                sql.execute(statement);
            }
        });
    }

    /** What the server does by itself within a minute of any large change. */
    void vacuum() throws SQLException {
        execute(
                "vacuum (analyze) ledger.item, ledger.item_history, ledger.customer, ledger.customer_fact, ledger.debtor_fact,"
                        + " ledger.contact, ledger.search_source, ledger.search_word, ledger.search_form, ledger.search_number");
    }

    /** Every run begins with an empty ledger. */
    void empty() throws SQLException {
        execute(
                "truncate ledger.item, ledger.item_history, ledger.item_before, ledger.customer_fact, ledger.debtor_fact,"
                        + " ledger.group_member, ledger.contact, ledger.customer, ledger.debtor, ledger.search_source,"
                        + " ledger.search_word, ledger.search_form, ledger.search_number, intake.upload_piece cascade");
    }

    private void execute(String text) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private double timed(Work work) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(url)) {
            var begin = System.nanoTime();
            work.on(connection);
            return (System.nanoTime() - begin) / 1e9;
        }
    }
}
