package io.dunlin.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * The rows that show how a file is filled in, as {@code examples.properties} has them: by code of the field, else by kind.
 * Values in one language only stand in {@code examples_<language>.properties}.
 */
final class TemplateRows {
    private static final int ROWS = 3;
    private static final Properties ALL = read("examples.properties");
    private static final Properties FRENCH = read("examples_fr.properties");

    private TemplateRows() {}

    /** Values are dates, amounts or texts, in the order of the fields. */
    static List<List<Object>> of(List<Field> fields, Locale language) {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> fields.stream()
                        .map(field -> value(field, row, language))
                        .toList())
                .toList();
    }

    static boolean hasDecimalComma(Locale language) {
        return DecimalFormatSymbols.getInstance(language).getDecimalSeparator() == ',';
    }

    /** As it stands in a text file. */
    static String text(Object value, boolean comma) {
        return value instanceof BigDecimal amount
                ? amount.toPlainString().replace('.', comma ? ',' : '.')
                : value.toString();
    }

    private static Object value(Field field, int row, Locale language) {
        var rows = rows(field, language).split("\\|", -1);
        var text = row < rows.length ? rows[row] : "";
        if (text.isEmpty()) {
            return text;
        }
        if (field.kind() == Field.Kind.DATE) {
            return LocalDate.parse(text);
        }
        return field.kind() == Field.Kind.AMOUNT ? new BigDecimal(text) : text;
    }

    private static String rows(Field field, Locale language) {
        var kind = "kind." + field.kind().name();
        var usual = ALL.getProperty(field.code(), ALL.getProperty(kind, field.required() ? "A|B|C" : ""));
        return language.getLanguage().equals("fr")
                ? FRENCH.getProperty(field.code(), FRENCH.getProperty(kind, usual))
                : usual;
    }

    private static Properties read(String file) {
        var lines = new Properties();
        try (var text = new InputStreamReader(
                Objects.requireNonNull(TemplateRows.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            lines.load(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return lines;
    }
}
