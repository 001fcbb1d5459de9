package io.dunlin.tenancy.web;

import io.dunlin.tenancy.Company;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A company as typed in the form; code and currency only of a new one. */
public record CompanyForm(
        String code,
        String name,
        @Nullable String legalId,
        @Nullable String vatNumber,
        @Nullable String address,
        @Nullable String zip,
        @Nullable String city,
        @Nullable String country,
        String currency,
        String zone,
        int fiscalYearStart,
        String interestRate,
        String ageingBrackets,
        int version) {
    static CompanyForm empty(Company like) {
        return new CompanyForm(
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                like.country(),
                like.currency().getCurrencyCode(),
                like.zone().getId(),
                like.fiscalYearStart(),
                like.interestRate().stripTrailingZeros().toPlainString(),
                brackets(like),
                0);
    }

    static CompanyForm of(Company company) {
        return new CompanyForm(
                company.code(),
                company.name(),
                company.legalId(),
                company.vatNumber(),
                company.address(),
                company.zip(),
                company.city(),
                company.country(),
                company.currency().getCurrencyCode(),
                company.zone().getId(),
                company.fiscalYearStart(),
                company.interestRate().stripTrailingZeros().toPlainString(),
                brackets(company),
                company.version());
    }

    /** Refuses what no company can have. */
    Company appliedTo(Company company) {
        return new Company(
                company.id(),
                company.code(),
                Inputs.required(name),
                Inputs.optional(legalId),
                Inputs.optional(vatNumber),
                Inputs.optional(address),
                Inputs.optional(zip),
                Inputs.optional(city),
                country == null || country.isEmpty() ? null : Inputs.country(country),
                company.currency(),
                Inputs.zone(zone),
                Math.clamp(fiscalYearStart, 1, 12),
                Inputs.rate(interestRate),
                Inputs.brackets(ageingBrackets),
                version);
    }

    private static String brackets(Company company) {
        return company.ageingBrackets().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
