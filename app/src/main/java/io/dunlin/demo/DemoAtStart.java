package io.dunlin.demo;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantCreated;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * With {@code --dunlin.demo=true}: loads the demo for the first tenant that somebody can sign in to, at start or as soon as there
 * is one, where the demo is not there.
 */
@Component
@ConditionalOnProperty("dunlin.demo")
class DemoAtStart {
    private final Demo demo;
    private final Tenants tenants;

    DemoAtStart(Demo demo, Tenants tenants) {
        this.demo = demo;
        this.tenants = tenants;
    }

    @EventListener(ApplicationReadyEvent.class)
    void loadAtStart() {
        tenants.withUsers().stream().findFirst().ifPresent(this::load);
    }

    @EventListener
    void on(TenantCreated event) {
        tenants.withUsers().stream().findFirst().filter(event.tenant()::equals).ifPresent(this::load);
    }

    private void load(TenantId tenant) {
        CurrentTenant.run(tenant, () -> {
            if (demo.present().isEmpty() && !demo.isBusy()) {
                demo.load();
            }
        });
    }
}
