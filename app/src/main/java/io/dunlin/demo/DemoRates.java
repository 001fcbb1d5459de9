package io.dunlin.demo;

import io.dunlin.ledger.ExchangeRates.Rate;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** Invented rates of the pound, one a week. Each depends on nothing but its day, so that they are found again to be removed. */
final class DemoRates {
    private static final int YEARS = 4;

    private DemoRates() {}

    /** Four years: a demo that was loaded some time ago is covered too. */
    static List<Rate> until(LocalDate today) {
        var last = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(last, day -> day.isAfter(today.minusYears(YEARS)), day -> day.minusWeeks(1))
                .map(day -> new Rate(DemoCompany.PAPER.currency.getCurrencyCode(), day, rate(day)))
                .toList();
    }

    /** About 0.86, with an end that no real rate has. */
    private static BigDecimal rate(LocalDate day) {
        return BigDecimal.valueOf(8_500_004_711L + day.toEpochDay() * 37 % 200 * 1_000_000, 10);
    }
}
