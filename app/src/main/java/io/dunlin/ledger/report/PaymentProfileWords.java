package io.dunlin.ledger.report;

import io.dunlin.kernel.Right;
import io.dunlin.reporting.ReportResult;
import io.dunlin.reporting.Tile;
import java.math.BigDecimal;
import java.util.List;

/** The sentence and the figures above the table of payment profiles, and where one goes from there. */
record PaymentProfileWords(ProfileNames names, Wording words) {
    String lead(GroupedLine totals) {
        var last = names.entries().periods().last();
        var all = totals.amount(ProfileEntries.CUSTOMERS);
        var without = totals.amount(ProfileEntries.customers(0, last));
        var worst = names.rules().profiles().size();
        return all.signum() == 0
                ? words.say("nothing")
                : words.say(
                        "lead",
                        all.subtract(without),
                        all,
                        words.date(last.to()),
                        names.of(worst),
                        totals.amount(ProfileEntries.customers(worst, last)),
                        words.money(totals.amount(ProfileEntries.amount(worst, last))));
    }

    List<Tile> tiles(GroupedLine totals) {
        var last = names.entries().periods().last();
        var first = names.entries().periods().first();
        var delay = totals.figure(ProfileEntries.DELAY);
        var before = totals.figure(ProfileEntries.DELAY_BEFORE);
        var all = totals.amount(ProfileEntries.CUSTOMERS);
        var without = totals.amount(ProfileEntries.customers(0, last));
        var worst = names.rules().profiles().size();
        return List.of(
                words.figure(
                        "delay",
                        delay,
                        words.days(delay),
                        words.say("unit.days"),
                        before == null ? null : words.say("delay.before", words.days(before), words.date(first.to())),
                        "",
                        List.of()),
                customers("best", names.of(1), totals, 1, ""),
                customers("worst", names.of(worst), totals, worst, "bad"),
                words.figure(
                        "none",
                        without,
                        names.count(without),
                        null,
                        words.say("of", all),
                        "",
                        List.of(new Tile.Input(
                                words.say("input.fewest"),
                                names.count(BigDecimal.valueOf(names.rules().fewestInvoices()))))));
    }

    private Tile customers(String key, String label, GroupedLine totals, int rank, String tone) {
        var last = names.entries().periods().last();
        var customers = totals.amount(ProfileEntries.customers(rank, last));
        return new Tile(
                key,
                label,
                customers,
                names.count(customers),
                null,
                words.say("owe", words.money(totals.amount(ProfileEntries.amount(rank, last)))),
                customers.signum() > 0 ? tone : "",
                null,
                List.of());
    }

    List<ReportResult.Link> links() {
        return words.request().page().may(Right.CONFIGURE)
                ? List.of(new ReportResult.Link(words.say("settings"), "/settings/payment-profiles"))
                : List.of();
    }
}
