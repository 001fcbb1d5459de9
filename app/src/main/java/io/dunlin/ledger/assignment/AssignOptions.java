package io.dunlin.ledger.assignment;

import io.dunlin.criteria.rules.Assignable;
import io.dunlin.ledger.CustomerOption;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** One assignable for each option of customers. */
@Configuration(proxyBeanMethods = false)
class AssignOptions {
    @Bean
    @Order(10)
    Assignable assignInteractiveEmails(DSLContext sql) {
        return new AssignOption(sql, CustomerOption.INTERACTIVE_EMAILS);
    }

    @Bean
    @Order(11)
    Assignable assignLatePaymentPenalties(DSLContext sql) {
        return new AssignOption(sql, CustomerOption.LATE_PAYMENT_PENALTIES);
    }

    @Bean
    @Order(12)
    Assignable assignRecoveryCost(DSLContext sql) {
        return new AssignOption(sql, CustomerOption.RECOVERY_COST);
    }

    @Bean
    @Order(13)
    Assignable assignReplyCapture(DSLContext sql) {
        return new AssignOption(sql, CustomerOption.REPLY_CAPTURE);
    }
}
