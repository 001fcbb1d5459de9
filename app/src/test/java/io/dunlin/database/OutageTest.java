package io.dunlin.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class OutageTest {
    @Test
    void what_lies_under_a_failure_is_found_however_deep() {
        assertThat(Outage.behind(new IllegalStateException(new IllegalStateException(ofState("08006")))))
                .hasValue(Outage.DATABASE_AWAY);
        assertThat(Outage.behind(ofState("57P01"))).hasValue(Outage.DATABASE_AWAY);
        assertThat(Outage.behind(ofState("57P03"))).hasValue(Outage.DATABASE_AWAY);
        assertThat(Outage.behind(new SQLTransientConnectionException("timed out after 5000ms")))
                .hasValue(Outage.DATABASE_AWAY);
        assertThat(Outage.behind(new IllegalStateException(ofState("53100")))).hasValue(Outage.DISK_FULL);
        assertThat(Outage.behind(new UncheckedIOException(new IOException("/tmp/x: No space left on device"))))
                .hasValue(Outage.DISK_FULL);
    }

    @Test
    void mistakes_are_none() {
        assertThat(Outage.behind(ofState("23505"))).isEmpty();
        assertThat(Outage.behind(ofState("57014"))).as("cancelled by a person").isEmpty();
        assertThat(Outage.behind(new SQLException("without a state"))).isEmpty();
        assertThat(Outage.behind(new UncheckedIOException(new IOException("Connection reset"))))
                .isEmpty();
        assertThat(Outage.behind(new IllegalStateException())).isEmpty();
    }

    private static SQLException ofState(String state) {
        return new SQLException("refused", state);
    }
}
