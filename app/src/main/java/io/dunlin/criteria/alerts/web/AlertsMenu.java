package io.dunlin.criteria.alerts.web;

import io.dunlin.kernel.Right;
import io.dunlin.web.MenuEntry;
import io.dunlin.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AlertsMenu {
    @Bean
    MenuEntry alertsEntry() {
        return new MenuEntry("alerts", Place.RAIL, AlertsPage.PATH, "alert", 45, Right.SEE_CUSTOMERS);
    }
}
