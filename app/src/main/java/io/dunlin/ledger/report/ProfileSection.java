package io.dunlin.ledger.report;

import io.dunlin.reporting.ReportResult;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Flag;
import io.dunlin.web.Table;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The profiles one by one, each leading to its customers.
 *
 * @param lists addresses of the customers by rank; none where nothing lists them
 */
record ProfileSection(ProfileNames names, Wording words, Map<Integer, String> lists) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    ReportResult.Section of(GroupedLine totals) {
        var first = names.entries().periods().first();
        var columns = List.of(
                column("profile", Column.Kind.TEXT, null),
                column("customers", Column.Kind.COUNT, null),
                column("customersPercent", Column.Kind.PERCENT, "%"),
                new Column(
                        "customersBefore",
                        words.say("column.customersBefore", words.date(first.to())),
                        null,
                        Column.Kind.COUNT,
                        false),
                column("receivable", Column.Kind.AMOUNT, words.currency()),
                column("receivablePercent", Column.Kind.PERCENT, "%"));
        var rows = names.ranks().stream().map(rank -> row(totals, rank)).toList();
        return new ReportResult.Section(
                words.say("section", words.date(names.entries().periods().last().to())),
                words.say(
                        names.rules().countsUnpaid() ? "how.unpaid" : "how",
                        names.rules().fewestInvoices()),
                new Table("profiles", columns, rows, List.of(), rows.size(), TableRequest.of(null, null, null, null)));
    }

    private List<Cell> row(GroupedLine totals, int rank) {
        var last = names.entries().periods().last();
        var customers = totals.amount(ProfileEntries.customers(rank, last));
        var amount = totals.amount(ProfileEntries.amount(rank, last));
        var list = lists.get(rank);
        var name = list == null ? Cell.of(names.of(rank)) : Cell.link(names.of(rank), list);
        return List.of(
                name.withFlag(new Flag(names.colour(rank), names.comment(rank))),
                Cell.of(customers),
                Cell.of(percent(customers, totals.amount(ProfileEntries.CUSTOMERS))),
                Cell.of(totals.amount(
                        ProfileEntries.customers(rank, names.entries().periods().first()))),
                Cell.of(amount),
                Cell.of(percent(amount, totals.amount(ProfileEntries.RECEIVABLE))));
    }

    private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? null : part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
    }

    private Column column(String key, Column.Kind kind, @Nullable String unit) {
        return new Column(key, words.say("column." + key), unit, kind, false);
    }
}
