package io.dunlin.ledger.outside.web;

import io.dunlin.kernel.Right;
import io.dunlin.web.MenuEntry;
import io.dunlin.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutsideMenu {
    @Bean
    MenuEntry outsideEntry() {
        return new MenuEntry("outside", Place.SETTINGS, OutsidePage.PATH, "down-tray", 33, Right.CONFIGURE);
    }
}
