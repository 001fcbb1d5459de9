package io.dunlin.tenancy;

import java.util.Optional;
import org.springframework.core.task.TaskDecorator;
import org.springframework.stereotype.Component;

/** Carries tenant and user to the threads that write long answers of a request, such as exports. */
@Component
class CarriedTenant implements TaskDecorator {
    private final CurrentUser current;

    CarriedTenant(CurrentUser current) {
        this.current = current;
    }

    @Override
    public Runnable decorate(Runnable task) {
        return inTenant(CurrentTenant.find(), asUser(current.find(), task));
    }

    private static Runnable inTenant(Optional<TenantId> tenant, Runnable task) {
        return tenant.<Runnable>map(id -> () -> CurrentTenant.run(id, task)).orElse(task);
    }

    private static Runnable asUser(Optional<User> user, Runnable task) {
        return user.<Runnable>map(known -> () -> CurrentUser.run(known, task)).orElse(task);
    }
}
