package io.dunlin.testing;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts {@link StatementWatch} on the application's connections, and a clock that tests can move. */
@TestConfiguration(proxyBeanMethods = false)
class WatchedApplication {
    @Bean
    static BeanPostProcessor statementWatch() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? StatementWatch.on(source) : bean;
            }
        };
    }

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }
}
