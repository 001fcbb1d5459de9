package io.dunlin.tenancy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One selling company of the tenant, with its own ledger.
 *
 * @param code short name in addresses and files, unique in the tenant
 * @param currency in which its ledger is stated
 * @param zone decides which day it is for this company
 * @param fiscalYearStart first month of the fiscal year, 1 to 12
 * @param interestRate cost of money in percent a year
 * @param ageingBrackets upper ends of the overdue brackets in days, ascending, at most five; the bracket behind them is open
 * @param version for concurrent changes
 */
public record Company(
        CompanyId id,
        String code,
        String name,
        @Nullable String legalId,
        @Nullable String vatNumber,
        @Nullable String address,
        @Nullable String zip,
        @Nullable String city,
        @Nullable String country,
        Currency currency,
        ZoneId zone,
        int fiscalYearStart,
        BigDecimal interestRate,
        List<Integer> ageingBrackets,
        int version) {
    public Company {
        ageingBrackets = List.copyOf(ageingBrackets);
    }

    /** The business day it is now for this company. */
    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(zone));
    }
}
