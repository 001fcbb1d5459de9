package io.dunlin.intake;

/** What the rows of a file are about. Stored. */
public enum Subject {
    ITEMS,
    CUSTOMERS,
    CONTACTS
}
