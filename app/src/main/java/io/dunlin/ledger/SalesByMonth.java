package io.dunlin.ledger;

import static io.dunlin.ledger.tables.CustomerMonth.CUSTOMER_MONTH;

import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invoices less credit notes of a customer by month of issue, in the company's currency. */
@Component
public class SalesByMonth {
    public static final int MONTHS = 12;

    private final DSLContext sql;

    public SalesByMonth(DSLContext sql) {
        this.sql = sql;
    }

    /** @param month its first day */
    public record Month(LocalDate month, BigDecimal sales, int invoices) {}

    /** The twelve months up to that of the day, the earliest first; months without sales are zero. */
    @Transactional(readOnly = true)
    public List<Month> of(CustomerId customer, LocalDate day) {
        var last = day.withDayOfMonth(1);
        var first = last.minusMonths(MONTHS - 1L);
        var known = sql.selectFrom(CUSTOMER_MONTH)
                .where(CUSTOMER_MONTH.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_MONTH.CUSTOMER_ID.eq(customer))
                .and(CUSTOMER_MONTH.MONTH.between(first, last))
                .fetchMap(
                        CUSTOMER_MONTH.MONTH,
                        row -> new Month(
                                row.get(CUSTOMER_MONTH.MONTH),
                                row.get(CUSTOMER_MONTH.SALES),
                                row.get(CUSTOMER_MONTH.INVOICES)));
        return Stream.iterate(first, month -> month.plusMonths(1))
                .limit(MONTHS)
                .map(month -> known.getOrDefault(month, new Month(month, BigDecimal.ZERO, 0)))
                .toList();
    }
}
