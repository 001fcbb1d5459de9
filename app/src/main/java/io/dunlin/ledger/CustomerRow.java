package io.dunlin.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer as a file states it. Null: the file does not say, and an existing value stays.
 *
 * @param rowNumber row of the file, the header being row 1
 * @param code exact text; leading zeros count
 * @param country ISO 3166 alpha-2
 * @param groups names; unknown groups are created; null: memberships stay as they are
 * @param custom twelve values, null where absent
 * @param collector e-mail address or name of a user
 */
public record CustomerRow(
        long rowNumber,
        String code,
        String name,
        @Nullable String tradingName,
        @Nullable String legalId,
        @Nullable String vatNumber,
        @Nullable String businessLine,
        @Nullable String website,
        @Nullable String address,
        @Nullable String postBox,
        @Nullable String zip,
        @Nullable String city,
        @Nullable String state,
        @Nullable String country,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String paymentTerms,
        @Nullable String paymentMeans,
        @Nullable String parentNumber,
        @Nullable Boolean blocked,
        @Nullable String comment,
        @Nullable List<String> groups,
        List<@Nullable String> custom,
        @Nullable String collector) {}
