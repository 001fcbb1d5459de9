package io.dunlin.ledger;

/**
 * The six kinds of receivable line. Positive amounts are owed to the company, negative ones by it. Codes are stored.
 */
public enum ItemKind {
    INVOICE,
    CREDIT_NOTE,
    /** Unallocated payment. */
    PAYMENT,
    /** Miscellaneous transaction, debit or credit. */
    ADJUSTMENT,
    /** Bill of exchange on its way. */
    DRAFT,
    /** Memorandum without accounting value: in no balance and no cash total. */
    DOWN_PAYMENT_REQUEST
}
