package io.dunlin.demo;

import java.util.List;

/**
 * An invented customer.
 *
 * @param parent number of the group it belongs to; empty for none
 * @param groups name of its customer group; empty for none
 * @param terms days from issue to due date
 * @param weight how many items it has, beside the others
 * @param size a usual amount, in hundredths
 */
record DemoCustomer(
        String code,
        String name,
        String city,
        String zip,
        String country,
        String parent,
        String groups,
        int terms,
        Behaviour behaviour,
        int weight,
        long size,
        String salesManager,
        boolean blocked) {
    static final List<String> HEADER = List.of(
            "customer_code",
            "name",
            "city",
            "zip",
            "country",
            "parent_number",
            "groups",
            "payment_terms",
            "payment_means",
            "phone",
            "blocked");

    List<String> row() {
        return List.of(
                code,
                name,
                city,
                zip,
                country,
                parent,
                groups,
                terms + " days",
                weight > 5 ? "Transfer" : "Direct debit",
                "+00 555 " + code.substring(1),
                blocked ? "yes" : "no");
    }
}
