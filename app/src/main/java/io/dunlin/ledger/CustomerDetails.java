package io.dunlin.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a customer besides its items.
 *
 * @param code exact text; leading zeros count
 * @param country ISO 3166 alpha-2
 * @param comment shown in the head of the file
 * @param custom twelve values, null where absent
 */
public record CustomerDetails(
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
        boolean blocked,
        @Nullable String comment,
        List<@Nullable String> custom) {}
