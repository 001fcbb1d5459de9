package io.dunlin.criteria.alerts.web;

import io.dunlin.criteria.alerts.Alert;
import io.dunlin.criteria.alerts.AlertMatches.Counts;
import io.dunlin.criteria.alerts.AlertType;
import io.dunlin.criteria.alerts.ReadyAlert;
import java.util.List;

/**
 * All alerts that the viewer may open.
 *
 * @param shown which of them: of one work, or all
 * @param together each customer counted once
 */
public record AlertsView(
        AlertType shown, List<Tab> tabs, List<Row> rows, Counts together, String company, List<Ready> gallery) {
    public record Tab(AlertType type, int alerts) {
        /** Address of the list of these. */
        public String address() {
            return type == AlertType.BOTH ? AlertsPage.PATH : AlertsPage.PATH + "?type=" + type.name();
        }
    }

    /**
     * One alert.
     *
     * @param criteria in words
     * @param isBroken whether its criteria mean nothing any more
     */
    public record Row(Alert alert, String criteria, Counts counts, boolean isBroken) {}

    /**
     * One to begin with.
     *
     * @param isTaken whether the viewer has one of this name
     */
    public record Ready(ReadyAlert alert, String name, String criteria, boolean isTaken) {}
}
