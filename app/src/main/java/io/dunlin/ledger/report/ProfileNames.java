package io.dunlin.ledger.report;

import io.dunlin.ledger.PaymentProfile;
import io.dunlin.ledger.ProfileRules;
import io.dunlin.web.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The profiles of a report by their rank, 1 for the best and 0 for those without history, as they are called and drawn. */
record ProfileNames(ProfileEntries entries, Wording words) {
    /** The best first, those without history last. */
    List<Integer> ranks() {
        var ranks = new ArrayList<>(entries.ranks());
        ranks.add(0);
        return ranks;
    }

    String of(int rank) {
        return rank == 0 ? page().text("ledger.profiles.none") : profile(rank).name(page()::text);
    }

    /** What is meant by it; the name where nobody said. */
    String comment(int rank) {
        var comment = rank == 0 ? "" : profile(rank).comment(page()::text);
        return comment.isEmpty() ? of(rank) : comment;
    }

    String colour(int rank) {
        return rank == 0 ? PaymentProfile.NO_HISTORY_COLOUR : profile(rank).colour();
    }

    String tone(int rank) {
        return "flag-" + colour(rank);
    }

    /** Number of customers, or what they owed, as was asked for. */
    BigDecimal measured(GroupedLine line, int rank, Periods.Period period) {
        return line.amount(isInAmount() ? ProfileEntries.amount(rank, period) : ProfileEntries.customers(rank, period));
    }

    String unit() {
        return isInAmount() ? words.currency() : words.say("unit.customers");
    }

    boolean isInAmount() {
        return PaymentProfileReport.AMOUNT.equals(words.request().value(PaymentProfileReport.MEASURE));
    }

    String count(BigDecimal number) {
        return page().count(number.longValue());
    }

    ProfileRules rules() {
        return entries.rules();
    }

    private PaymentProfile profile(int rank) {
        return rules().profiles().get(rank - 1);
    }

    private Page page() {
        return words.request().page();
    }
}
