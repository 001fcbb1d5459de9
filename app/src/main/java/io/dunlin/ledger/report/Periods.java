package io.dunlin.ledger.report;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;

import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.web.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Whole weeks or months one after the other, of which the last one goes up to the day that is looked at.
 *
 * @param all the earliest first
 */
record Periods(Step step, List<Period> all) {
    static final String STEP = "by";
    static final String NUMBER = "periods";
    private static final List<Integer> NUMBERS = List.of(12, 3, 6, 9, 18, 24);

    enum Step {
        MONTH,
        /** From Monday to Sunday, numbered as by ISO 8601. */
        WEEK;

        /** The first day of the week or month that a day belongs to. */
        Field<LocalDate> startOf(Field<LocalDate> day) {
            // Of a moment without zone: that of a date would go by way of the session's zone, at five times the cost.
            return function(
                            DSL.name("date_trunc"),
                            SQLDataType.LOCALDATETIME,
                            inline(name().toLowerCase(Locale.ROOT)),
                            day.cast(SQLDataType.LOCALDATETIME))
                    .cast(SQLDataType.LOCALDATE);
        }
    }

    /**
     * @param key stable name in addresses and JSON: {@code 2026-05}, {@code 2026-W21}
     * @param from its first day, also where it lies before what is known
     * @param to its last day that counts
     */
    record Period(String key, LocalDate from, LocalDate to) {}

    Periods {
        all = List.copyOf(all);
    }

    static Periods upTo(LocalDate asOf, Step step, int number) {
        return new Periods(
                step,
                IntStream.rangeClosed(1, number)
                        .mapToObj(place -> period(asOf, step, number - place))
                        .toList());
    }

    static Periods of(ReportRequest request) {
        var step = request.value(STEP);
        return upTo(
                request.asOf(),
                step == null ? Step.MONTH : Step.valueOf(step.toUpperCase(Locale.ROOT)),
                number(request, NUMBERS.getFirst()));
    }

    static int number(ReportRequest request, int otherwise) {
        var number = request.value(NUMBER);
        return number == null ? otherwise : Integer.parseInt(number);
    }

    /** By week or month, and how many of them. */
    static List<Parameter> parameters(Page page) {
        return List.of(
                new Parameter(
                        STEP,
                        page.text("ledger.report.filter.by"),
                        Parameter.Kind.ONE,
                        List.of(
                                new Parameter.Choice("month", page.text("ledger.report.by.month")),
                                new Parameter.Choice("week", page.text("ledger.report.by.week")))),
                number(page.text("ledger.report.filter.periods"), NUMBERS));
    }

    static Parameter number(String label, List<Integer> numbers) {
        return new Parameter(
                NUMBER,
                label,
                Parameter.Kind.ONE,
                numbers.stream()
                        .map(number -> new Parameter.Choice(number.toString(), number.toString()))
                        .toList());
    }

    Period first() {
        return all.getFirst();
    }

    Period last() {
        return all.getLast();
    }

    List<Period> latestFirst() {
        return all.reversed();
    }

    List<LocalDate> ends() {
        return all.stream().map(Period::to).toList();
    }

    /** As in the head of a column: {@code Nov 2026}, {@code W47 2026}. */
    String label(Period period, Page page) {
        return switch (step) {
            case MONTH ->
                DateTimeFormatter.ofPattern("LLL yyyy", page.language()).format(period.from());
            case WEEK ->
                page.text(
                        "ledger.report.week",
                        Integer.toString(period.from().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                        Integer.toString(period.from().get(IsoFields.WEEK_BASED_YEAR)));
        };
    }

    private static Period period(LocalDate asOf, Step step, int back) {
        var from = switch (step) {
            case MONTH -> YearMonth.from(asOf).minusMonths(back).atDay(1);
            case WEEK ->
                asOf.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(back);
        };
        var end = switch (step) {
            case MONTH -> YearMonth.from(from).atEndOfMonth();
            case WEEK -> from.plusDays(6);
        };
        return new Period(key(from, step), from, end.isAfter(asOf) ? asOf : end);
    }

    private static String key(LocalDate from, Step step) {
        return switch (step) {
            case MONTH -> YearMonth.from(from).toString();
            case WEEK ->
                "%d-W%02d".formatted(from.get(IsoFields.WEEK_BASED_YEAR), from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        };
    }
}
