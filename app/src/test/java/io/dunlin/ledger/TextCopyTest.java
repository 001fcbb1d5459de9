package io.dunlin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.dunlin.testing.TestLedger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written to a COPY is what the database then holds. */
class TextCopyTest {
    private static final Field<Long> NUMBER = field(name("number"), SQLDataType.BIGINT);
    private static final Field<BigDecimal> AMOUNT = field(name("amount"), SQLDataType.NUMERIC);
    private static final Field<LocalDate> DAY = field(name("day"), SQLDataType.LOCALDATE);
    private static final Field<String> TEXT = field(name("text"), SQLDataType.CLOB);
    private static final Field<Integer> POSITION = field(name("position"), SQLDataType.INTEGER);

    private final TestLedger ledger = new TestLedger("2026-11-22");

    private record Row(long number, BigDecimal amount, LocalDate day, String text) {}

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void numbers_amounts_days_and_texts_arrive_as_they_were() {
        var rows = new ArrayList<>(List.of(
                new Row(Long.MAX_VALUE, amount("99999999999999.9999"), LocalDate.of(9999, 12, 31), "\\N"),
                new Row(Long.MIN_VALUE, amount("-99999999999999.9999"), LocalDate.of(1, 1, 1), "a\tb\nc\\d\re"),
                new Row(0, amount("0.0000"), LocalDate.of(1000, 10, 9), ""),
                new Row(-1, amount("-0.0001"), LocalDate.of(2024, 2, 29), "été €"),
                new Row(10, amount("12345678901234567.5"), LocalDate.of(999, 9, 9), "x".repeat(100_000)),
                new Row(1_000_000_000_000_000_000L, amount("1E+3"), LocalDate.of(2100, 12, 31), "\uD83D\uDE00")));
        var random = new Random(7);
        for (var number = 0; number < 2000; number++) {
            rows.add(new Row(
                    random.nextLong() >> random.nextInt(64),
                    BigDecimal.valueOf(random.nextLong() >> (4 + random.nextInt(60)), 4),
                    LocalDate.of(1900, 1, 1).plusDays(random.nextInt(100_000)),
                    "n" + number));
        }

        assertThat(throughTheDatabase(rows))
                .isEqualTo(rows.stream().map(TextCopyTest::plain).toList());
    }

    private List<String> throughTheDatabase(List<Row> rows) {
        return ledger.inTenant(() -> {
            var sql = ledger.sql();
            var target = table(name("pg_temp", "copied"));
            sql.createTemporaryTable(name("copied"))
                    .columns(POSITION, NUMBER, AMOUNT, DAY, TEXT)
                    .execute();
            var copy = sql.connectionResult(connection -> new TextCopy(connection
                    .unwrap(org.postgresql.PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy pg_temp.copied from stdin")));
            for (var at = 0; at < rows.size(); at++) {
                var row = rows.get(at);
                copy.add(at)
                        .add(row.number())
                        .add(row.amount())
                        .add(row.day())
                        .add(row.text())
                        .endRow();
            }
            copy.end();
            return sql.select(NUMBER, AMOUNT, DAY, TEXT)
                    .from(target)
                    .orderBy(POSITION)
                    .fetch(row -> plain(new Row(row.value1(), row.value2(), row.value3(), row.value4())));
        });
    }

    private static String plain(Row row) {
        return row.number() + " " + row.amount().stripTrailingZeros().toPlainString() + " " + row.day() + " "
                + row.text();
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }
}
