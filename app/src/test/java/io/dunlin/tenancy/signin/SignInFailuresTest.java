package io.dunlin.tenancy.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.tenancy.signin.SignInFailures.Source;
import io.dunlin.testing.TestLedger;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInFailuresTest {
    private final TestLedger ledger = new TestLedger("2026-03-02");
    private final SignInFailures failures = new SignInFailures(ledger.sql(), ledger.clock());
    private final Source zoe = Source.email("zoe@example.org");

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void the_fifth_failure_locks_an_address_for_half_a_minute() {
        fail(zoe, 4);
        assertThat(isLocked(zoe)).isFalse();

        fail(zoe, 1);
        assertThat(isLocked(Source.email(" ZOE@example.org"))).isTrue();
        assertThat(isLocked(Source.email("max@example.org"))).isFalse();

        ledger.clock().pass(Duration.ofSeconds(31));
        assertThat(isLocked(zoe)).isFalse();
    }

    @Test
    void each_further_failure_locks_for_twice_as_long_up_to_an_hour() {
        fail(zoe, 6);
        ledger.clock().pass(Duration.ofSeconds(31));
        assertThat(isLocked(zoe)).isTrue();
        ledger.clock().pass(Duration.ofSeconds(30));
        assertThat(isLocked(zoe)).isFalse();

        fail(zoe, 30);
        ledger.clock().pass(Duration.ofMinutes(59));
        assertThat(isLocked(zoe)).isTrue();
        ledger.clock().pass(Duration.ofMinutes(2));
        assertThat(isLocked(zoe)).isFalse();
    }

    @Test
    void a_success_and_a_day_make_failures_forgotten() {
        fail(zoe, 4);
        ledger.clock().pass(Duration.ofHours(25));
        fail(zoe, 4);
        assertThat(isLocked(zoe)).isFalse();

        ledger.inTenant(() -> {
            failures.forget(zoe);
            return true;
        });
        fail(zoe, 4);
        assertThat(isLocked(zoe)).isFalse();
    }

    @Test
    void an_office_behind_one_network_address_has_more_attempts() {
        var office = Source.address("192.0.2.1");
        fail(office, 19);
        assertThat(isLocked(office)).isFalse();
        fail(office, 1);
        assertThat(isLocked(office)).isTrue();
    }

    private void fail(Source source, int times) {
        for (var time = 0; time < times; time++) {
            ledger.inTenant(() -> {
                failures.add(source);
                return source;
            });
        }
    }

    private boolean isLocked(Source source) {
        return ledger.inTenant(() -> failures.isLocked(source));
    }
}
