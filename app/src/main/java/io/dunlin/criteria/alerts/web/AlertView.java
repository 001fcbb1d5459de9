package io.dunlin.criteria.alerts.web;

import io.dunlin.criteria.alerts.Alert;
import io.dunlin.criteria.alerts.AlertMark;
import io.dunlin.criteria.alerts.AlertMatches.Counts;
import io.dunlin.criteria.alerts.AlertedCustomers.Alerted;
import io.dunlin.criteria.alerts.AlertedCustomers.Found;
import io.dunlin.criteria.alerts.AlertedCustomers.Which;
import io.dunlin.jobs.Job;
import io.dunlin.tenancy.Company;
import io.dunlin.web.TableRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alert with its customers in a company.
 *
 * @param criteria in words
 * @param listed address of the same customers in the list of customers; null: it would be too long
 * @param asOf when it was refreshed last; null: not yet for this company
 * @param elsewhere the job that still takes the saved alert through other companies; null: none does
 * @param firstEnd the first day on which a snooze can end
 * @param proposedEnd the day that is proposed
 */
public record AlertView(
        Alert alert,
        String criteria,
        @Nullable String listed,
        Company company,
        Which which,
        Counts counts,
        Found found,
        List<Row> rows,
        TableRequest request,
        @Nullable Instant asOf,
        boolean isBroken,
        @Nullable Job elsewhere,
        boolean maySnooze,
        LocalDate firstEnd,
        LocalDate proposedEnd) {
    /**
     * A customer.
     *
     * @param address of its file
     * @param others the other alerts that it is in
     */
    public record Row(Alerted customer, String address, List<AlertMark> others) {}

    public String path() {
        return AlertsPage.PATH + "/" + alert.id();
    }

    /** Address of one part of the customers. */
    public String address(Which part) {
        return part == Which.CURRENT ? path() : path() + "?show=" + part.code();
    }

    public int count(Which part) {
        return switch (part) {
            case CURRENT -> counts.current();
            case UNSEEN -> counts.unseen();
            case FRESH -> counts.fresh();
            case SNOOZED -> counts.snoozed();
        };
    }

    /** Address of the file of what is shown, with the parameters of the page. */
    public String export(String format, String pageAddress) {
        var query = pageAddress.indexOf('?');
        return path() + "/export." + format + (query < 0 ? "" : pageAddress.substring(query));
    }

    public int pages() {
        return Math.max(1, (found.customers() + request.size() - 1) / request.size());
    }

    /** Whether the customers are in the order of the column. */
    public boolean isSortedBy(String column) {
        return request.sort().equals(column);
    }

    /** The direction that the head of the column leads to. */
    public String nextDirection(String column) {
        var falls = isSortedBy(column) ? !request.descending() : !column.equals("code") && !column.equals("name");
        return falls ? "desc" : "asc";
    }
}
