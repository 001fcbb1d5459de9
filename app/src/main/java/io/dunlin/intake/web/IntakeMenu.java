package io.dunlin.intake.web;

import io.dunlin.kernel.Right;
import io.dunlin.web.FirstStep;
import io.dunlin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeMenu {
    @Bean
    MenuEntry importsEntry() {
        return new MenuEntry("imports", MenuEntry.Place.SETTINGS, "/imports", "upload", 10, Right.IMPORT);
    }

    @Bean
    MenuEntry mappingsEntry() {
        return new MenuEntry("mappings", MenuEntry.Place.SETTINGS, "/imports/mappings", "cols", 11, Right.IMPORT);
    }

    @Bean
    MenuEntry itemTypesEntry() {
        return new MenuEntry("item-types", MenuEntry.Place.SETTINGS, "/imports/item-types", "flag", 12, Right.IMPORT);
    }

    @Bean
    FirstStep upload() {
        return new FirstStep("upload", FirstStep.Method.GET, "/imports/new", "upload", 20, Right.IMPORT);
    }
}
