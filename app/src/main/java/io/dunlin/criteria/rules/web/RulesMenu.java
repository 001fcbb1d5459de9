package io.dunlin.criteria.rules.web;

import io.dunlin.kernel.Right;
import io.dunlin.web.MenuEntry;
import io.dunlin.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RulesMenu {
    @Bean
    MenuEntry rulesEntry() {
        return new MenuEntry("rules", Place.SETTINGS, RulesPage.PATH, "filter", 30, Right.CONFIGURE);
    }
}
