package io.dunlin.intake.web;

import io.dunlin.intake.AmountFormat;
import io.dunlin.intake.CharacterSets;
import io.dunlin.intake.ColumnProfile;
import io.dunlin.intake.Delimiter;
import io.dunlin.intake.Field;
import io.dunlin.intake.FileLayout;
import io.dunlin.intake.FileProfile;
import io.dunlin.intake.Import;
import io.dunlin.intake.Mapping;
import io.dunlin.intake.MappingCheck;
import io.dunlin.intake.Subject;
import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.Company;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page on which columns get their fields. */
public record MappingView(
        long id,
        String fileName,
        String size,
        String company,
        String currency,
        String subject,
        String charset,
        String delimiter,
        long rows,
        long recognised,
        String mode,
        boolean deltaOnly,
        LocalDate asOf,
        List<ColumnView> columns,
        List<RowView> samples,
        List<Option> fields,
        List<Required> required,
        List<TypeView> types,
        List<Total> totals,
        FileLayout layout,
        MappingCheck check) {
    /** One choice of a drop-down; its label has the key {@code intake.field.<code>}. */
    public record Option(String value, String code) {}

    public record Required(String code, boolean found) {}

    /** Own type of items with the number of rows; {@code kind} is empty while nobody has said what it is. */
    public record TypeView(String type, long rows, String kind) {}

    /** Total of a column of amounts, as it is read. */
    public record Total(String code, BigDecimal amount) {}

    /**
     * @param letter as spreadsheets name it
     * @param field empty: not imported
     * @param format key of what was found, {@code intake.format.<format>}; {@code place} fills it
     * @param tone {@code good}, {@code warn} where a person must choose, {@code bad} where the field does not fit
     * @param orders for dates in doubt: {@code DAY_FIRST} and {@code MONTH_FIRST}
     */
    public record ColumnView(
            int at,
            String letter,
            String header,
            String field,
            String format,
            String place,
            String tone,
            List<String> orders,
            String order,
            List<String> amounts,
            String amount) {}

    public record RowView(long number, List<CellView> cells) {}

    /** One of {@code date}, {@code amount} and {@code text} is how it is read; {@code tone} is {@code bad} where it cannot be. */
    public record CellView(
            String raw, @Nullable LocalDate date, @Nullable BigDecimal amount, String text, String tone, boolean off) {}

    static MappingView of(Import one, Mapping mapping, LocalDate asOf, FileProfile profile, Company company) {
        var columns = new ArrayList<ColumnView>();
        for (var at = 0; at < profile.columns().size(); at++) {
            columns.add(column(at, profile.columns().get(at), mapping.columns().get(at)));
        }
        var fields = mapping.columns().stream()
                .map(Mapping.Choice::field)
                .filter(Objects::nonNull)
                .toList();
        return new MappingView(
                one.id().value(),
                one.fileName(),
                ImportView.size(one.size()),
                company.name(),
                company.currency().getCurrencyCode(),
                one.subject().name(),
                one.charset(),
                Delimiter.of(profile).name(),
                profile.rows(),
                mapping.columns().stream()
                        .filter(choice -> choice.field() != null)
                        .count(),
                mapping.mode().name(),
                profile.isCorrection(),
                asOf,
                columns,
                profile.samples().stream().map(sample -> row(sample, mapping)).toList(),
                Field.of(one.subject()).stream()
                        .map(field -> new Option(field.name(), field.code()))
                        .toList(),
                Field.of(one.subject()).stream()
                        .filter(Field::required)
                        .map(field -> new Required(field.code(), field.isIn(fields)))
                        .toList(),
                types(mapping, profile),
                totals(mapping, profile),
                profile.layout(),
                MappingCheck.of(one.subject(), mapping, profile));
    }

    /** Kinds an own type can mean; their texts have the key {@code intake.kind.<name>}. */
    public List<String> kinds() {
        return Arrays.stream(ItemKind.values()).map(Enum::name).toList();
    }

    /** Character sets to choose from, the file's own included. */
    public List<String> charsets() {
        return Stream.concat(CharacterSets.names().stream(), Stream.of(charset))
                .distinct()
                .toList();
    }

    /** Their texts have the key {@code intake.delimiter.<name>}. */
    public List<String> delimiters() {
        return Arrays.stream(Delimiter.values()).map(Enum::name).toList();
    }

    /** Whether it must be said what absence from the file means. */
    public boolean hasModes() {
        return Subject.valueOf(subject).hasModes();
    }

    /** Whether what is absent depends on the day that the file describes. */
    public boolean hasDay() {
        return Subject.valueOf(subject).hasDay();
    }

    /** Key of the name of a mode; the one with {@code .hint} behind it explains it. */
    public String modeKey(String mode) {
        return ImportView.modeKey(subject, mode);
    }

    private static ColumnView column(int at, ColumnProfile column, Mapping.Choice choice) {
        var field = choice.field();
        var kind = field == null ? Field.Kind.TEXT : field.kind();
        var format = "text";
        var place = "";
        var tone = field == null ? "" : "good";
        List<String> orders = List.of();
        List<String> amounts = List.of();
        if (column.values() == 0) {
            format = "empty";
        } else if (kind == Field.Kind.DATE
                || (kind == Field.Kind.MONTH && !column.dates().isEmpty())) {
            format = column.dates().isEmpty() ? "noDate" : column.datesFromSiblings() ? "dateSiblings" : "date";
            tone = column.dates().isEmpty() ? "bad" : choice.date() == null ? "warn" : "good";
            place = choice.date() == null ? "" : choice.date().pattern();
            if (column.dates().size() > 1) {
                format = choice.date() == null ? "dateAsk" : "date";
                orders = column.dates().stream().map(one -> one.order().name()).toList();
            }
        } else if (kind == Field.Kind.AMOUNT) {
            format = column.amounts().isEmpty() ? "noAmount" : "amount";
            tone = column.amounts().isEmpty() ? "bad" : choice.amount() == null ? "warn" : "good";
            place = choice.amount() == AmountFormat.COMMA ? "1.234,56" : "1,234.56";
            if (column.amounts().size() > 1) {
                format = choice.amount() == null ? "amountAsk" : "amount";
                amounts = column.amounts().stream().map(Enum::name).toList();
            }
        } else if (column.leadingZeros()) {
            format = "zeros";
        } else if (!column.distinct().isEmpty()) {
            format = "values";
            place = String.valueOf(column.distinct().size());
        }
        return new ColumnView(
                at,
                letter(at),
                column.header(),
                field == null ? "" : field.name(),
                format,
                place,
                tone,
                orders,
                choice.date() == null ? "" : choice.date().order().name(),
                amounts,
                choice.amount() == null ? "" : choice.amount().name());
    }

    private static RowView row(FileProfile.Sample sample, Mapping mapping) {
        var cells = IntStream.range(0, mapping.columns().size())
                .mapToObj(at -> cell(sample.cell(at), mapping.columns().get(at)))
                .toList();
        return new RowView(sample.number(), cells);
    }

    private static CellView cell(String raw, Mapping.Choice choice) {
        var field = choice.field();
        if (field == null || raw.isEmpty()) {
            return new CellView(raw, null, null, "", "", field == null);
        }
        if (field.kind() == Field.Kind.DATE || choice.date() != null) {
            var date = choice.date() == null ? null : choice.date().read(raw);
            return new CellView(raw, date, null, "", date == null ? "bad" : "", false);
        }
        if (field.kind() == Field.Kind.AMOUNT) {
            var amount = choice.amount() == null ? null : choice.amount().read(raw);
            return new CellView(raw, null, amount, "", amount == null ? "bad" : "", false);
        }
        return new CellView(raw, null, null, raw, "", false);
    }

    private static List<TypeView> types(Mapping mapping, FileProfile profile) {
        return mapping.columnOf(Field.ITEM_TYPE)
                .map(at -> profile.columns().get(at).distinct().entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(entry -> new TypeView(entry.getKey(), entry.getValue(), kind(entry.getKey(), mapping)))
                        .toList())
                .orElse(List.of());
    }

    private static String kind(String type, Mapping mapping) {
        var kind = mapping.kinds().get(Mapping.typeName(type));
        return kind == null ? "" : kind.name();
    }

    private static List<Total> totals(Mapping mapping, FileProfile profile) {
        var totals = new ArrayList<Total>();
        for (var at = 0; at < mapping.columns().size(); at++) {
            var choice = mapping.columns().get(at);
            if (choice.field() != null && choice.amount() != null) {
                totals.add(new Total(
                        choice.field().code(), profile.columns().get(at).sum(choice.amount())));
            }
        }
        return totals;
    }

    /** 0 is A, 26 is AA. */
    static String letter(int at) {
        var last = String.valueOf((char) ('A' + at % 26));
        return at < 26 ? last : letter(at / 26 - 1) + last;
    }
}
