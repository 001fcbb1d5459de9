package io.dunlin.intake;

import io.dunlin.ledger.SalesRow;
import io.dunlin.tenancy.Company;
import java.util.List;

/** Reads sales of past months. Without a currency it is the one that stands beside the amount, else the company's. */
final class SalesReader extends RowReader<SalesRow> {
    private final String companyCurrency;

    SalesReader(Mapping mapping, List<String> headers, Company company) {
        super(mapping, headers);
        companyCurrency = company.currency().getCurrencyCode();
    }

    @Override
    SalesRow read(Cells cells) {
        return new SalesRow(
                cells.number(),
                cells.requiredText(Field.SALES_CUSTOMER_CODE),
                cells.requiredMonth(Field.SALES_MONTH),
                Currencies.of(cells, Field.SALES_CURRENCY, Field.SALES_AMOUNT, companyCurrency),
                cells.requiredAmount(Field.SALES_AMOUNT),
                cells.amount(Field.SALES_AMOUNT_NET));
    }
}
