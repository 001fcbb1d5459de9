package io.dunlin.ledger;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.dunlin.kernel.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the European Central Bank's {@code eurofxref-hist.csv}: a column {@code Date} (yyyy-MM-dd), then one column per
 * currency; {@code N/A} or nothing where there is no rate; a comma at the end of each line.
 *
 * @param problems what could not be used, at most {@link #PROBLEMS}; the rest of the file is
 * @param unusable how many values could not be used
 */
public record RateFile(List<ExchangeRates.Rate> rates, List<Problem> problems, long unusable) {
    public static final int PROBLEMS = 100;
    private static final int MOST_LINES = 20_000;
    private static final int MOST_COLUMNS = 200;
    private static final BigDecimal LARGEST = new BigDecimal("9999999999");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}(\\.\\d{1,15})?");

    public RateFile {
        rates = List.copyOf(rates);
        problems = List.copyOf(problems);
    }

    /**
     * @param line of the file, the header being line 1
     * @param reason key of the sentence that says what is wrong and how to mend it
     */
    public record Problem(long line, String column, String value, String reason) {}

    /** Refuses what is no such file at all; reports single lines and values that cannot be used. */
    public static RateFile read(InputStream file) throws IOException {
        var reading = new Reading();
        try (var csv = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (var line : csv) {
                reading.read(line);
            }
        } catch (de.siegmar.fastcsv.reader.CsvParseException broken) {
            throw new Rejected("ledger.rates.unreadable");
        }
        if (reading.header.isEmpty()) {
            throw new Rejected("ledger.rates.noHeader");
        }
        return new RateFile(reading.rates, reading.problems, reading.unusable);
    }

    private static final class Reading {
        private final List<String> header = new ArrayList<>();
        private final List<ExchangeRates.Rate> rates = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Set<LocalDate> days = new HashSet<>();
        private long unusable;

        private void read(CsvRecord line) {
            if (line.getStartingLineNumber() > MOST_LINES) {
                throw new Rejected("ledger.rates.tooManyLines", MOST_LINES);
            }
            if (header.isEmpty()) {
                readHeader(line);
            } else {
                readDay(line);
            }
        }

        private void readHeader(CsvRecord line) {
            if (!line.getField(0).replace("\uFEFF", "").strip().equalsIgnoreCase("Date")
                    || line.getFieldCount() > MOST_COLUMNS) {
                throw new Rejected("ledger.rates.noHeader");
            }
            var seen = new HashSet<String>();
            for (var field : line.getFields()) {
                var currency = field.strip().toUpperCase(Locale.ROOT);
                var isFirst = header.isEmpty();
                var isUsable = CURRENCY.matcher(currency).matches() && !currency.equals("EUR") && seen.add(currency);
                if (!isFirst && !isUsable && !currency.isEmpty()) {
                    add(line, field, field, "ledger.rates.problem.currency");
                }
                header.add(!isFirst && isUsable ? currency : "");
            }
        }

        private void readDay(CsvRecord line) {
            var text = line.getField(0).strip();
            LocalDate day;
            try {
                day = LocalDate.parse(text);
            } catch (DateTimeParseException notADate) {
                add(line, "Date", text, "ledger.rates.problem.date");
                return;
            }
            if (!days.add(day)) {
                add(line, "Date", text, "ledger.rates.problem.twice");
                return;
            }
            for (int i = 1; i < Math.min(header.size(), line.getFieldCount()); i++) {
                var value = line.getField(i).strip();
                if (!header.get(i).isEmpty() && !value.isEmpty() && !value.equals("N/A")) {
                    readRate(line, header.get(i), day, value);
                }
            }
        }

        private void readRate(CsvRecord line, String currency, LocalDate day, String value) {
            if (!NUMBER.matcher(value).matches()) {
                add(line, currency, value, "ledger.rates.problem.number");
                return;
            }
            var perEuro = new BigDecimal(value).setScale(10, java.math.RoundingMode.HALF_UP);
            if (perEuro.signum() <= 0 || perEuro.compareTo(LARGEST) > 0) {
                add(line, currency, value, "ledger.rates.problem.number");
                return;
            }
            rates.add(new ExchangeRates.Rate(currency, day, perEuro));
        }

        private void add(CsvRecord line, String column, String value, String reason) {
            unusable++;
            if (problems.size() < PROBLEMS) {
                var shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
                problems.add(new Problem(line.getStartingLineNumber(), column, shown, reason));
            }
        }
    }
}
