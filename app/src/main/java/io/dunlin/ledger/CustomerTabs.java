package io.dunlin.ledger;

import io.dunlin.criteria.alerts.AlertMark;
import io.dunlin.web.Flag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the tabs of a customer file besides its own data, and the tabs that the viewer may see.
 *
 * @param active code of the tab that is shown
 * @param flag of the payment profile; null: none
 * @param alerts that the customer is in
 */
public record CustomerTabs(
        List<Tab> tabs, String active, @Nullable Flag flag, List<AlertMark> alerts) {
    public CustomerTabs {
        alerts = List.copyOf(alerts);
        tabs = List.copyOf(tabs);
    }

    /** @param count a small figure behind the title; null: none */
    public record Tab(
            String code,
            String label,
            String address,
            @Nullable Long count) {}
}
