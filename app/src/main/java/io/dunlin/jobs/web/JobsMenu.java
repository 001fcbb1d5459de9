package io.dunlin.jobs.web;

import io.dunlin.kernel.Right;
import io.dunlin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobsMenu {
    @Bean
    MenuEntry jobsEntry() {
        return new MenuEntry("jobs", MenuEntry.Place.SETTINGS, "/jobs", "clock", 20, Right.SEE_OVERVIEW);
    }

    @Bean
    MenuEntry cycleEntry() {
        return new MenuEntry("cycle", MenuEntry.Place.SETTINGS, CyclePage.PATH, "route", 31, Right.CONFIGURE);
    }
}
