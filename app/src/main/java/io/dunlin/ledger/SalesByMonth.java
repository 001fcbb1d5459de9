package io.dunlin.ledger;

import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;

import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invoices less credit notes of a customer by month of issue, in the company's currency. */
@Component
public class SalesByMonth {
    private final DSLContext sql;

    public SalesByMonth(DSLContext sql) {
        this.sql = sql;
    }

    /** @param month its first day */
    public record Month(LocalDate month, BigDecimal sales) {}

    /** Twelve months up to the present one, the earliest first; empty for a customer that no facts are known of. */
    @Transactional(readOnly = true)
    public List<Month> of(CustomerId customer) {
        return sql.select(CUSTOMER_FACT.AS_OF, CUSTOMER_FACT.SALES_BY_MONTH)
                .from(CUSTOMER_FACT)
                .where(CUSTOMER_FACT.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_FACT.CUSTOMER_ID.eq(customer))
                .fetchOptional(row -> months(row.value1(), row.value2()))
                .orElse(List.of());
    }

    private static List<Month> months(LocalDate day, BigDecimal[] sales) {
        var last = day.withDayOfMonth(1);
        return IntStream.range(0, sales.length)
                .mapToObj(at -> new Month(last.minusMonths(sales.length - 1L - at), sales[at]))
                .toList();
    }
}
