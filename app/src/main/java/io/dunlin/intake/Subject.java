package io.dunlin.intake;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.LoadOrder;

/** What the rows of a file are about. Stored. */
public enum Subject {
    ITEMS,
    CUSTOMERS,
    CONTACTS,
    /** Open orders: the backlog. */
    ORDERS,
    /** Sales of past months. */
    SALES,
    /** Users with the customers that they look after. */
    USERS;

    /** Whether a file says more by being whole, so that it must be said which: {@link LoadOrder.Mode}. */
    public boolean hasModes() {
        return this == ITEMS || this == ORDERS || this == USERS;
    }

    /** Whether what is absent depends on the day that the file describes. */
    public boolean hasDay() {
        return this == ITEMS || this == ORDERS;
    }

    /** What is needed besides {@link Right#IMPORT} to load such a file or take it back: nobody makes users by a detour. */
    public Right right() {
        return this == USERS ? Right.MANAGE_USERS : Right.IMPORT;
    }
}
