package io.dunlin.database;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One tenant against another, in the database itself: with hand-written SQL and without any code of ours between.
 *
 * <p>Every tenant table that the catalogue knows is tried, so a new table is tested the day it is created.
 */
class TenantIsolationTest {
    private static final long OURS = 1001;
    private static final long THEIRS = 1002;
    private static final String REFUSED = "42501";

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final DSLContext OWNER = DSL.using(DATABASE.owner(), SQLDialect.POSTGRES);
    private static final DSLContext APPLICATION = DSL.using(DATABASE.application(), SQLDialect.POSTGRES);

    @BeforeAll
    static void give_both_tenants_a_row_in_every_table() {
        OWNER.transaction(transaction -> {
            var sql = transaction.dsl();
            // Rows stand alone here: references are not looked after, and made-up values pass no checks.
            sql.execute("set local session_replication_role = replica");
            for (var table : SchemaRules.tenantTables(OWNER)) {
                sql.fetch("select conname from pg_constraint where contype = 'c' and conrelid = ?::regclass", table)
                        .forEach(check ->
                                sql.execute("alter table " + table + " drop constraint " + check.get(0, String.class)));
                sql.execute(insert(table, OURS));
                sql.execute(insert(table, THEIRS));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> the_rows_of_another_tenant_can_be_neither_seen_nor_touched() {
        return SchemaRules.tenantTables(OWNER).stream()
                .map(table -> DynamicTest.dynamicTest(table, () -> keepsTenantsApart(table)));
    }

    private static void keepsTenantsApart(String table) {
        var all = "select count(*) from " + table;
        assertThat(OWNER.fetchValue(all)).isEqualTo(2L);

        assertThat(count(OURS, all)).as("sees its own row only").isEqualTo(1);
        assertThat(count(OURS, all + " where tenant_id = " + THEIRS)).isZero();
        assertThat(count(null, all)).as("without a tenant").isZero();
        assertThat(APPLICATION.fetchValue(all)).as("outside a transaction").isEqualTo(0L);

        var ofTheirs = " where tenant_id = " + THEIRS;
        assertThat(touched(OURS, "update " + table + " set tenant_id = tenant_id" + ofTheirs))
                .isIn("0", REFUSED);
        assertThat(touched(OURS, "delete from " + table + ofTheirs)).isIn("0", REFUSED);
        assertThat(touched(null, "delete from " + table)).isIn("0", REFUSED);
        assertThat(touched(OURS, insert(table, THEIRS)))
                .as("writing for another")
                .isEqualTo(REFUSED);
        assertThat(touched(OURS, "update " + table + " set tenant_id = " + THEIRS))
                .as("giving away")
                .isEqualTo(REFUSED);

        assertThat(OWNER.fetchValue(all)).isEqualTo(2L);
    }

    private static long count(@Nullable Long tenant, String query) {
        return inTransactionOf(tenant, sql -> sql.fetchSingle(query).get(0, Long.class));
    }

    /** How many rows a statement touched, or the state with which it was refused. */
    private static String touched(@Nullable Long tenant, String statement) {
        try {
            return inTransactionOf(tenant, sql -> Integer.toString(sql.execute(statement)));
        } catch (DataAccessException refused) {
            return refused.sqlState();
        }
    }

    private static <T> T inTransactionOf(@Nullable Long tenant, Function<DSLContext, T> work) {
        return APPLICATION.transactionResult(transaction -> {
            transaction.dsl().execute("set local dunlin.tenant = '" + (tenant == null ? "" : tenant) + "'");
            return work.apply(transaction.dsl());
        });
    }

    /** A row with something in each column that must have something. */
    private static String insert(String table, long tenant) {
        List<? extends Record> columns = OWNER.fetch("""
                select attname, format_type(atttypid, null) from pg_attribute
                where attrelid = ?::regclass and attnum > 0 and not attisdropped
                    and attnotnull and not atthasdef and attidentity = ''
                order by attnum
                """, table);
        return "insert into %s (%s) values (%s)"
                .formatted(
                        table,
                        columns.stream()
                                .map(column -> column.get(0, String.class))
                                .map(name -> "\"" + name + "\"")
                                .collect(joining(", ")),
                        columns.stream()
                                .map(column -> column.get(0, String.class).equals("tenant_id")
                                        ? Long.toString(tenant)
                                        : value(column.get(1, String.class)))
                                .collect(joining(", ")));
    }

    private static String value(String type) {
        return switch (type) {
            case "bigint", "integer", "smallint", "numeric" -> "1";
            case "text", "character", "character varying" -> "'X'";
            case "boolean" -> "false";
            case "date" -> "date '2026-11-20'";
            case "timestamp with time zone" -> "timestamptz '2026-11-20 12:00Z'";
            case "jsonb" -> "'{}'";
            case "bytea" -> "'\\x01'";
            case "uuid" -> "gen_random_uuid()";
            case String array when array.endsWith("[]") -> "'{}'";
            default -> throw new IllegalStateException("Say here what to put into a column of type " + type);
        };
    }
}
