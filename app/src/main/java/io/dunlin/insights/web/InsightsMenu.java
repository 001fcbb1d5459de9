package io.dunlin.insights.web;

import io.dunlin.kernel.Right;
import io.dunlin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InsightsMenu {
    @Bean
    MenuEntry overviewEntry() {
        return new MenuEntry("overview", MenuEntry.Place.RAIL, "/overview", "home", 10, Right.SEE_OVERVIEW);
    }
}
