package io.dunlin.ledger;

import java.math.BigDecimal;
import java.util.Currency;

/** One of the accounts of a debtor, with amounts in its company's currency. */
public record DebtorAccount(
        String companyCode,
        String companyName,
        Currency currency,
        String code,
        String name,
        BigDecimal receivable,
        BigDecimal overdue) {}
