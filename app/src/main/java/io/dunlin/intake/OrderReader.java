package io.dunlin.intake;

import io.dunlin.ledger.OrderRow;
import io.dunlin.tenancy.Company;
import java.util.List;

/** Reads open orders. Without a currency it is the one that stands beside the amount, else the company's. */
final class OrderReader extends RowReader<OrderRow> {
    private final String companyCurrency;

    OrderReader(Mapping mapping, List<String> headers, Company company) {
        super(mapping, headers);
        companyCurrency = company.currency().getCurrencyCode();
    }

    @Override
    OrderRow read(Cells cells) {
        return new OrderRow(
                cells.number(),
                cells.requiredText(Field.ORDER_CUSTOMER_CODE),
                cells.requiredText(Field.ORDER_NUMBER),
                cells.requiredDate(Field.ORDER_DATE),
                cells.date(Field.ORDER_EXPECTED_DATE),
                Currencies.of(cells, Field.ORDER_CURRENCY, Field.ORDER_AMOUNT, companyCurrency),
                cells.requiredAmount(Field.ORDER_AMOUNT),
                cells.text(Field.ORDER_DESCRIPTION));
    }
}
