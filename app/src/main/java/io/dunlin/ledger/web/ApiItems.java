package io.dunlin.ledger.web;

import io.dunlin.ledger.ItemLine;
import io.dunlin.ledger.ItemList;
import io.dunlin.ledger.ItemList.InCurrency;
import io.dunlin.tenancy.Company;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What programs get about lists of items; names are part of the interface and never change. */
final class ApiItems {
    private ApiItems() {}

    /**
     * @param more whether there are more rows than that
     * @param totals null: there are more
     */
    record Page(
            String company,
            String currency,
            int page,
            long rows,
            boolean more,
            @Nullable Totals totals,
            List<Line> items) {}

    /** @param openAmount in the company's currency, without memo items and currencies that have no rate */
    record Totals(BigDecimal openAmount, List<InCurrency> currencies) {}

    record Line(
            long id,
            String number,
            String kind,
            String customer,
            String customerName,
            LocalDate issueDate,
            LocalDate dueDate,
            @Nullable Integer daysOverdue,
            String currency,
            BigDecimal originalAmount,
            BigDecimal openAmount,
            @Nullable BigDecimal openAmountConverted,
            @Nullable LocalDate clearedOn,
            @Nullable String purchaseOrder,
            Map<String, Object> columns) {}

    static Page page(Company company, ItemList list, TableRequest request) {
        var totals = list.totals();
        return new Page(
                company.code(),
                company.currency().getCurrencyCode(),
                request.number(),
                totals.items(),
                totals.isCut(),
                totals.isCut() ? null : new Totals(totals.amount(), totals.parts()),
                list.lines().stream().map(ApiItems::line).toList());
    }

    private static Line line(ItemLine line) {
        return new Line(
                line.id().value(),
                line.number(),
                line.kind().name(),
                line.customer(),
                line.customerName(),
                line.issueDate(),
                line.dueDate(),
                line.daysOverdue(),
                line.currency(),
                line.originalAmount(),
                line.openAmount(),
                line.amount(),
                line.clearedOn(),
                line.purchaseOrder(),
                line.further());
    }
}
