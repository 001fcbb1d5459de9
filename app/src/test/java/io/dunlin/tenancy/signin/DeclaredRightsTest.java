package io.dunlin.tenancy.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.testing.RunningApplication;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class DeclaredRightsTest extends RunningApplication {
    @Test
    void every_handler_says_who_may_call_it() {
        var mapping = pages();
        assertThat(mapping.getHandlerMethods().values())
                .filteredOn(handler -> !RightsInterceptor.isOfLibrary(handler))
                .isNotEmpty()
                .allSatisfy(handler -> assertThat(DeclaredRights.of(handler))
                        .as(handler.toString())
                        .isPresent());
    }

    private RequestMappingHandlerMapping pages() {
        return bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }
}
