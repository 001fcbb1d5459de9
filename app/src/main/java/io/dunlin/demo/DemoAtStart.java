package io.dunlin.demo;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** With {@code --dunlin.demo=true}: loads the demo at start, where an administrator exists and the demo is not there. */
@Component
@ConditionalOnProperty("dunlin.demo")
class DemoAtStart {
    private static final Logger log = LoggerFactory.getLogger(DemoAtStart.class);

    private final Demo demo;
    private final Tenants tenants;

    DemoAtStart(Demo demo, Tenants tenants) {
        this.demo = demo;
        this.tenants = tenants;
    }

    /** Behind the creation of the first administrator. */
    @Order(Ordered.LOWEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    void load() {
        var known = tenants.withUsers();
        if (known.isEmpty()) {
            log.info(
                    "The demo companies wait for the first administrator: load them on the page /demo, or start again.");
        } else {
            CurrentTenant.run(known.getFirst(), () -> {
                if (demo.present().isEmpty() && !demo.isBusy()) {
                    demo.load();
                }
            });
        }
    }
}
