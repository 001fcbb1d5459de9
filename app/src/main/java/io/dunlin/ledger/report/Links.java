package io.dunlin.ledger.report;

import io.dunlin.ledger.ItemId;
import io.dunlin.tenancy.Company;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the names in reports lead. */
final class Links {
    private Links() {}

    static String item(ItemId item) {
        return "/items/" + item;
    }

    static String customer(Company company, String code) {
        return UriComponentsBuilder.fromPath("/customers")
                .pathSegment(company.code(), code)
                .encode()
                .toUriString();
    }
}
