package io.dunlin.demo.web;

import io.dunlin.kernel.Right;
import io.dunlin.web.FirstStep;
import io.dunlin.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DemoMenu {
    @Bean
    MenuEntry demoEntry() {
        return new MenuEntry("demo", MenuEntry.Place.SETTINGS, "/demo", "bulb", 95, Right.ADMINISTER);
    }

    @Bean
    FirstStep demoStep() {
        return new FirstStep("demo", FirstStep.Method.POST, "/demo", "bulb", 10, Right.ADMINISTER);
    }
}
