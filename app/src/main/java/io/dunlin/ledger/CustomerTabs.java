package io.dunlin.ledger;

import io.dunlin.criteria.alerts.AlertMark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above every tab of a customer file: the tabs that the viewer may see, and the alerts that the customer is in.
 *
 * @param active the tab that is shown
 */
public record CustomerTabs(List<Tab> tabs, String active, List<AlertMark> alerts) {
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
