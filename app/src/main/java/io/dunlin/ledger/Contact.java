package io.dunlin.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A person at a customer.
 *
 * @param id number given by the database; 0: not stored yet
 * @param forCollection the one who receives the reminders of the account
 */
public record Contact(
        long id,
        String name,
        @Nullable String firstName,
        @Nullable String title,
        @Nullable String position,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable String fax,
        boolean forCollection) {}
