package io.dunlin.testing;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.tenancy.tables.Login.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StatementWatchTest {
    private static final TestLedger LEDGER = new TestLedger("2026-11-20");

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void a_statement_that_forgets_the_tenant_fails() {
        assertThatThrownBy(() -> LEDGER.inTenant(
                        () -> LEDGER.sql().selectCount().from(ITEM).fetchSingle()))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "This statement does not name the tenant: select count(*) from \"ledger\".\"item\"");
        assertThatThrownBy(() -> LEDGER.inTenant(() -> LEDGER.sql().execute("delete from jobs.job where id = 1")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_statement_that_names_the_tenant_passes() {
        var items = LEDGER.inTenant(() -> LEDGER.sql().fetchCount(ITEM, ITEM.TENANT_ID.eq(LEDGER.tenant())));

        assertThat(items).isZero();
    }

    @Test
    void a_table_without_tenants_may_be_read() {
        assertThat(LEDGER.sql().fetchCount(LOGIN)).isZero();
    }
}
