package io.dunlin;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    @Test
    void calls_go_down_and_nothing_reaches_into_another_module() {
        ApplicationModules.of(DunlinApplication.class).verify();
    }
}
