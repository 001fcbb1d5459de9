package io.dunlin.ledger.report;

import io.dunlin.reporting.BlockContent.Reason;
import io.dunlin.web.Page;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Why a customer is among the first to call, in a sentence: what weighs most in its {@link CallRank}, and one more fact. */
record CallReason(OverdueCustomer customer, Page page) {
    private static final BigDecimal SMALL = new BigDecimal("0.34");

    Reason reason() {
        var worse = worse();
        var old = CallRank.part(BigDecimal.valueOf(customer.oldestDays()), CallRank.OLD);
        var large = customer.share().compareTo(BigDecimal.valueOf(CallRank.LARGE)) >= 0
                ? CallRank.LARGE_BONUS
                : BigDecimal.ZERO;
        if (worse.max(old).max(large).compareTo(SMALL) < 0) {
            return new Reason("", "clock", text("plain", customer.items()), habit());
        }
        if (worse.compareTo(old.max(large)) >= 0) {
            var usual = customer.usualDays();
            return usual == null || usual.compareTo(BigDecimal.ONE) < 0
                    ? new Reason("bad", "up-r", text("onTime"), text("onTime.detail", late()))
                    : new Reason("bad", "up-r", text("worse"), text("worse.detail", late(), days(usual)));
        }
        return large.compareTo(old) > 0
                ? new Reason(
                        "warn",
                        "scale",
                        text("large", page.number(customer.share(), 1)),
                        text("large.detail", customer.items(), customer.oldestDays()))
                : new Reason("bad", "clock", text("old", customer.oldestDays()), habit());
    }

    private BigDecimal worse() {
        var usual = customer.usualDays();
        return usual == null
                ? BigDecimal.ZERO
                : CallRank.part(customer.lateDays().subtract(usual.max(BigDecimal.ZERO)), CallRank.WORSE);
    }

    /** How the customer usually pays. */
    private String habit() {
        var usual = customer.usualDays();
        if (usual == null) {
            return text("habit.none");
        }
        return usual.compareTo(BigDecimal.ONE) < 0 ? text("habit.early") : text("habit.late", days(usual));
    }

    private String late() {
        return page.number(customer.lateDays(), 0);
    }

    private String days(@Nullable BigDecimal days) {
        return page.number(days, 0);
    }

    private String text(String key, Object... places) {
        return page.text("ledger.overview.reason." + key, places);
    }
}
