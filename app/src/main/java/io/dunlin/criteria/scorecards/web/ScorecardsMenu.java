package io.dunlin.criteria.scorecards.web;

import io.dunlin.kernel.Right;
import io.dunlin.web.MenuEntry;
import io.dunlin.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScorecardsMenu {
    @Bean
    MenuEntry scorecardsEntry() {
        return new MenuEntry("scorecards", Place.SETTINGS, ScorecardsPage.PATH, "scale", 31, Right.CONFIGURE);
    }
}
