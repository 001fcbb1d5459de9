package io.dunlin.ledger.report;

import io.dunlin.reporting.ReportRequest;
import io.dunlin.tenancy.Company;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/**
 * Whose sales of which months.
 *
 * @param months up to the day that is looked at
 */
record SalesQuestion(Company company, Periods months, Tax tax, Slice slice, GroupBy by) {
    static final int MONTHS = 12;
    static final String TAX = "tax";

    enum Tax {
        /** As far as the amount without tax is known; with tax where it is not. */
        EXCLUDED,
        INCLUDED
    }

    static SalesQuestion of(ReportRequest request) {
        var tax = request.value(TAX);
        return new SalesQuestion(
                request.company(),
                Periods.upTo(request.asOf(), Periods.Step.MONTH, Periods.number(request, MONTHS)),
                tax == null ? Tax.EXCLUDED : Tax.valueOf(tax.toUpperCase(Locale.ROOT)),
                Slice.of(request),
                GroupBy.of(request));
    }

    LocalDate asOf() {
        return months.last().to();
    }

    /** The same months of the year before, the last one up to the same day: like is compared with like. */
    Periods yearBefore() {
        var last = YearMonth.from(asOf()).minusYears(1);
        var isWhole = asOf().equals(YearMonth.from(asOf()).atEndOfMonth());
        var end = isWhole ? last.atEndOfMonth() : last.atDay(asOf().getDayOfMonth());
        return Periods.upTo(end, Periods.Step.MONTH, months.all().size());
    }

    Periods.Period yearBefore(Periods.Period month) {
        return yearBefore().all().get(months.all().indexOf(month));
    }
}
