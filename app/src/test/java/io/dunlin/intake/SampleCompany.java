package io.dunlin.intake;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CompanyId;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

final class SampleCompany {
    private SampleCompany() {}

    static Company euro() {
        return new Company(
                new CompanyId(1),
                "EST",
                "Estuaire Foods",
                null,
                null,
                null,
                null,
                null,
                null,
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Paris"),
                1,
                BigDecimal.ZERO,
                List.of(30, 60, 90, 120),
                1);
    }
}
