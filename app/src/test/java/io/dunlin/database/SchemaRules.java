package io.dunlin.database;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * Reads from PostgreSQL's own catalogue which tables break the rules of tenancy.
 *
 * <p>A tenant table is any table of a module's schema that is neither in {@link #GLOBAL} nor unlogged (staging, which
 * {@code COPY} could not fill with row security on).
 */
final class SchemaRules {
    /** Tables that are read before there is a tenant. Each addition needs a reason in its migration. */
    static final Set<String> GLOBAL = Set.of(
            "jobs.scheduled_task",
            "tenancy.login",
            "tenancy.one_time_link",
            "tenancy.session",
            "tenancy.session_attributes",
            "tenancy.sign_in_failure");

    private static final String POLICY =
            "(tenant_id = (NULLIF(current_setting('dunlin.tenant'::text, true), ''::text))::bigint)";

    /** Name of a rule and the query that lists who breaks it; {@code tenant_table} is the view below. */
    private static final Map<String, String> RULES = new TreeMap<>(Map.of(
            "the tenant is a bigint that is never null", """
            select name from tenant_table t where not exists (
                select from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id'
                    and a.atttypid = 'bigint'::regtype and a.attnotnull)
            """,
            "there is a primary key", """
            select name from tenant_table t where not exists (
                select from pg_index i where i.indrelid = t.oid and i.indisprimary)
            """,
            "unique keys start with the tenant", """
            select name || ' ' || i.indexrelid::regclass::text
            from tenant_table t join pg_index i on i.indrelid = t.oid and i.indisunique
            where not exists (select from pg_attribute a
                where a.attrelid = t.oid and a.attname = 'tenant_id' and a.attnum = i.indkey[0])
            """,
            "foreign keys between tenant tables start with the tenant on both sides", """
            select t.name || ' ' || c.conname
            from tenant_table t
                join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
                join tenant_table target on target.oid = c.confrelid
            where not exists (select from pg_attribute a
                    where a.attrelid = t.oid and a.attname = 'tenant_id' and a.attnum = c.conkey[1])
                or not exists (select from pg_attribute a
                    where a.attrelid = c.confrelid and a.attname = 'tenant_id' and a.attnum = c.confkey[1])
            """,
            "row security is on, for the owner too", """
            select name from tenant_table t join pg_class c on c.oid = t.oid
            where not (c.relrowsecurity and c.relforcerowsecurity)
            """,
            "one policy, for everybody and everything", """
            select name from tenant_table t
            where (select count(*) from pg_policy p where p.polrelid = t.oid) <> 1
                or not exists (select from pg_policy p where p.polrelid = t.oid
                    and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}' and p.polwithcheck is null
                    and pg_get_expr(p.polqual, p.polrelid) = '%s')
            """.formatted(POLICY.replace("'", "''")),
            "no triggers", """
            select t.name || ' ' || g.tgname from tenant_table t join pg_trigger g on g.tgrelid = t.oid
            where not g.tgisinternal
            """,
            "the application cannot empty it", """
            select name from tenant_table t
            where has_table_privilege('dunlin_app', t.oid, 'truncate, references, trigger')
            """));

    private SchemaRules() {}

    /** Each as rule and table; empty for a sound schema. */
    static List<String> violations(DSLContext owner) {
        return RULES.entrySet().stream()
                .flatMap(rule -> broken(owner, rule.getValue()).map(table -> rule.getKey() + ": " + table))
                .toList();
    }

    static List<String> tenantTables(DSLContext owner) {
        return broken(owner, "select name from tenant_table").toList();
    }

    private static Stream<String> broken(DSLContext owner, String query) {
        var tables = "with tenant_table as (%s) %s order by 1".formatted(TENANT_TABLE, query);
        return owner
                .fetch(tables, GenerateTables.SCHEMAS.toArray(String[]::new), GLOBAL.toArray(String[]::new))
                .stream()
                .map(row -> row.get(0, String.class));
    }

    private static final String TENANT_TABLE = """
            select c.oid, n.nspname || '.' || c.relname as name
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and c.relpersistence <> 'u'
                and n.nspname = any (?) and n.nspname || '.' || c.relname <> all (?)
            """;
}
