package io.dunlin.reporting.web;

import io.dunlin.kernel.Right;
import io.dunlin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportsMenu {
    @Bean
    MenuEntry reportsEntry() {
        return new MenuEntry("reports", MenuEntry.Place.RAIL, "/reports", "chart-bar", 50, Right.SEE_REPORTS);
    }
}
