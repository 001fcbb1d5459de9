package io.dunlin.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.database.Outage;
import io.dunlin.testing.TestLedger;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TenantTransactionManagerTest {
    private static final TestLedger LEDGER = new TestLedger("2026-03-02");

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void a_transaction_that_loses_its_connection_tells_that_the_database_was_away() {
        assertThatThrownBy(() -> LEDGER.inTenant(
                        () -> LEDGER.sql().fetch("select pg_terminate_backend(pg_backend_pid()), pg_sleep(60)")))
                .isInstanceOf(DataAccessException.class)
                .satisfies(failure -> assertThat(Outage.behind(failure)).hasValue(Outage.DATABASE_AWAY));

        assertThat(LEDGER.inTenant(() -> new Companies(LEDGER.sql(), LEDGER.clock()).all()))
                .as("the next one has another connection")
                .hasSize(1);
    }
}
