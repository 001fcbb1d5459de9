package io.dunlin.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.testing.RunningApplication;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.AsyncTaskExecutor;

class CarriedTenantTest extends RunningApplication {
    @Test
    void a_long_answer_written_by_another_thread_is_still_the_tenants() {
        var executor = bean("applicationTaskExecutor", AsyncTaskExecutor.class);
        var tenant = new TenantId(4711);

        var carried = CurrentTenant.call(tenant, () -> CompletableFuture.supplyAsync(CurrentTenant::find, executor));

        assertThat(carried.join()).contains(tenant);
        assertThat(CompletableFuture.supplyAsync(CurrentTenant::find, executor).join())
                .isEqualTo(Optional.empty());
    }
}
