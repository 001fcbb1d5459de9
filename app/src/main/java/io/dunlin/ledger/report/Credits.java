package io.dunlin.ledger.report;

/** What an ageing does with negative open amounts: credit notes, unallocated payments, overpaid items. */
enum Credits {
    /** In a column of their own, whatever their date: they hide no overdue amount. */
    COLUMN,
    /** Set off in the column of their due date. */
    NETTED
}
