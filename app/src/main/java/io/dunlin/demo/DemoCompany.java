package io.dunlin.demo;

import java.time.ZoneId;
import java.util.Currency;

/** The invented companies. They are known again by their codes, which cannot be changed. */
enum DemoCompany {
    FOODS("DEMO-FOODS", "Marevelle Foods (demo)", "EUR", "Europe/Paris", "FR", 50),
    TOOLS("DEMO-TOOLS", "Brackwerk Tools (demo)", "EUR", "Europe/Berlin", "DE", 30),
    PAPER("DEMO-PAPER", "Hollowmere Paper (demo)", "GBP", "Europe/London", "GB", 20);

    final String code;
    final String title;
    final Currency currency;
    final ZoneId zone;
    final String country;
    /** Of all customers and items, in percent. */
    final int share;

    DemoCompany(String code, String title, String currency, String zone, String country, int share) {
        this.code = code;
        this.title = title;
        this.currency = Currency.getInstance(currency);
        this.zone = ZoneId.of(zone);
        this.country = country;
        this.share = share;
    }
}
