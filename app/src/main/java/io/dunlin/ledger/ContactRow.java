package io.dunlin.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One contact as a file states it. Contacts are added, never changed, by a file: existing ones are edited by people.
 *
 * @param rowNumber row of the file, the header being row 1
 * @param forCollection whether this person receives the reminders of the account
 */
public record ContactRow(
        long rowNumber,
        String customerCode,
        String name,
        @Nullable String firstName,
        @Nullable String title,
        @Nullable String position,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable String fax,
        boolean forCollection) {}
