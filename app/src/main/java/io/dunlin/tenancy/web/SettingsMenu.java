package io.dunlin.tenancy.web;

import io.dunlin.kernel.Right;
import io.dunlin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SettingsMenu {
    @Bean
    MenuEntry companiesEntry() {
        return new MenuEntry(
                "companies", MenuEntry.Place.SETTINGS, "/settings/companies", "building", 100, Right.ADMINISTER);
    }

    @Bean
    MenuEntry usersEntry() {
        return new MenuEntry("users", MenuEntry.Place.SETTINGS, "/settings/users", "users", 110, Right.MANAGE_USERS);
    }

    @Bean
    MenuEntry auditEntry() {
        return new MenuEntry("audit", MenuEntry.Place.SETTINGS, "/settings/audit", "history", 120, Right.ADMINISTER);
    }
}
