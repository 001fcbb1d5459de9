package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.web.MenuEntry;
import io.dunlin.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerMenu {
    @Bean
    MenuEntry customersEntry() {
        return new MenuEntry("customers", Place.RAIL, "/customers", "users", 40, Right.SEE_CUSTOMERS);
    }

    @Bean
    MenuEntry itemsEntry() {
        return new MenuEntry("items", Place.RAIL, ItemsPage.PATH, "table", 42, Right.SEE_CUSTOMERS);
    }

    @Bean
    MenuEntry groupsEntry() {
        return new MenuEntry("groups", Place.SETTINGS, "/settings/groups", "users", 40, Right.CONFIGURE);
    }

    @Bean
    MenuEntry customFieldsEntry() {
        return new MenuEntry("custom-fields", Place.SETTINGS, "/settings/custom-fields", "cols", 50, Right.CONFIGURE);
    }

    @Bean
    MenuEntry paymentProfilesEntry() {
        return new MenuEntry(
                "payment-profiles", Place.SETTINGS, "/settings/payment-profiles", "flag", 45, Right.CONFIGURE);
    }

    @Bean
    MenuEntry ratesEntry() {
        return new MenuEntry("rates", Place.SETTINGS, "/settings/rates", "chart-bar", 60, Right.CONFIGURE);
    }
}
