package io.dunlin.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class SchemaRulesTest {
    private final TestDatabase database = TestDatabase.create();
    private final DSLContext owner = DSL.using(database.owner(), SQLDialect.POSTGRES);
    private final DSLContext application = DSL.using(database.application(), SQLDialect.POSTGRES);

    @Test
    void every_tenant_table_keeps_the_rules() {
        assertThat(SchemaRules.tenantTables(owner)).contains("ledger.item", "tenancy.audit_entry", "jobs.job");
        assertThat(SchemaRules.violations(owner)).isEmpty();
    }

    @Test
    void a_table_that_breaks_the_rules_is_found() {
        owner.execute("create table ledger.careless (id bigint primary key, item bigint unique, tenant_id integer)");
        owner.execute("create function ledger.nothing() returns trigger language plpgsql as 'begin return new; end'");
        owner.execute("create trigger busy before insert on ledger.careless execute function ledger.nothing()");
        owner.execute("grant truncate on ledger.careless to dunlin_app");
        owner.execute("create table ledger.reaching (tenant_id bigint primary key, customer bigint)");
        owner.execute(
                "alter table ledger.reaching add foreign key (customer, tenant_id) references ledger.customer (id, tenant_id)");

        assertThat(SchemaRules.violations(owner))
                .containsExactlyInAnyOrder(
                        "foreign keys between tenant tables start with the tenant on both sides:"
                                + " ledger.reaching reaching_customer_tenant_id_fkey",
                        "no triggers: ledger.careless busy",
                        "one policy, for everybody and everything: ledger.careless",
                        "one policy, for everybody and everything: ledger.reaching",
                        "row security is on, for the owner too: ledger.careless",
                        "row security is on, for the owner too: ledger.reaching",
                        "the application cannot empty it: ledger.careless",
                        "the tenant is a bigint that is never null: ledger.careless",
                        "unique keys start with the tenant: ledger.careless ledger.careless_item_key",
                        "unique keys start with the tenant: ledger.careless ledger.careless_pkey");
    }

    @Test
    void the_application_owns_nothing_and_stands_under_row_security() {
        var role = owner.fetchSingle(
                "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication from pg_roles where rolname = 'dunlin_app'");
        assertThat(role.get(0, Boolean.class)).isFalse();
        assertThat(owner.fetchValue(
                        "select count(*) from pg_shdepend where refobjid = 'dunlin_app'::regrole and deptype = 'o'"))
                .isEqualTo(0L);
        assertThat(owner.fetchValue("select count(*) from pg_auth_members where member = 'dunlin_app'::regrole"))
                .isEqualTo(0L);
    }

    @Test
    void the_audit_trail_only_grows() {
        assertThat(refusal("update tenancy.audit_entry set action = 'other'")).isEqualTo("42501");
        assertThat(refusal("delete from tenancy.audit_entry")).isEqualTo("42501");
        assertThat(refusal("truncate tenancy.audit_entry")).isEqualTo("42501");
    }

    private String refusal(String statement) {
        try {
            application.execute(statement);
            return "none";
        } catch (DataAccessException refused) {
            return refused.sqlState();
        }
    }
}
