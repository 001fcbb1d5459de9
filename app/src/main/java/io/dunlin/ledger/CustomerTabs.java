package io.dunlin.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tabs of a customer file that the viewer may see, and the one that is shown. */
public record CustomerTabs(List<Tab> tabs, String active) {
    public CustomerTabs {
        tabs = List.copyOf(tabs);
    }

    /** @param count a small figure behind the title; null: none */
    public record Tab(
            String code,
            String label,
            String address,
            @Nullable Long count) {}
}
