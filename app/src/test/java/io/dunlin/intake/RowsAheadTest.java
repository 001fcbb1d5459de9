package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.Rejected;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RowsAheadTest {
    @Test
    void all_rows_come_in_their_order() {
        try (var rows = new RowsAhead(numbered(10_000))) {
            for (var number = 1L; number <= 10_000; number++) {
                assertThat(rows.next()).extracting(RawRow::number).isEqualTo(number);
            }
            assertThat(rows.next()).isNull();
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void what_cannot_be_read_is_told_behind_the_rows_before_it() {
        var good = numbered(700);
        Supplier<@Nullable RawRow> broken = () -> {
            var row = good.get();
            if (row == null) {
                throw new Rejected("intake.file.quote", 701);
            }
            return row;
        };
        try (var rows = new RowsAhead(broken)) {
            for (var number = 1; number <= 700; number++) {
                assertThat(rows.next()).isNotNull();
            }
            assertThatThrownBy(rows::next).isInstanceOf(Rejected.class);
        }
    }

    @Test
    void who_stops_early_is_not_kept_waiting_and_little_was_read_ahead() {
        var given = new AtomicLong();
        var endless = numbered(Long.MAX_VALUE);
        try (var rows = new RowsAhead(() -> {
            given.incrementAndGet();
            return endless.get();
        })) {
            assertThat(rows.next()).isNotNull();
        }
        assertThat(given.get()).isLessThan(2000);
    }

    private static Supplier<@Nullable RawRow> numbered(long count) {
        var next = new AtomicLong();
        return () -> {
            var number = next.incrementAndGet();
            return number > count ? null : new RawRow(number, new String[] {"a", "b"}, null);
        };
    }
}
