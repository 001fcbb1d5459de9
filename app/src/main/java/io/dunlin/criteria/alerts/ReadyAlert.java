package io.dunlin.criteria.alerts;

import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.CriteriaText;
import java.util.Arrays;
import java.util.Optional;

/** Alerts to begin with, of what is known of customers without any connector. Amounts are in the company's currency. */
public enum ReadyAlert {
    VERY_OLD(
            AlertType.COLLECTION, AlertLevel.CRITICAL, "customer.oldest.between(181,),customer.overdue.between(5000,)"),
    OLD(AlertType.COLLECTION, AlertLevel.IMPORTANT, "customer.oldest.between(61,)"),
    MOSTLY_OVERDUE(
            AlertType.COLLECTION,
            AlertLevel.MEDIUM,
            "customer.overdue.more(50,customer.receivable),customer.overdue.between(1000,)"),
    LARGE_ITEM(
            AlertType.COLLECTION,
            AlertLevel.IMPORTANT,
            "has.item(item.daysOverdue.between(30,),item.openAmount.between(10000,))"),
    SILENT(
            AlertType.COLLECTION,
            AlertLevel.MEDIUM,
            "customer.overdue.between(1000,),customer.lastPayment.longerAgo(90)?"),
    NO_COLLECTOR(
            AlertType.COLLECTION, AlertLevel.WEAK, "customer.collector.empty(),customer.receivable.between(0.01,)"),
    LARGE_AND_SLOW(
            AlertType.RISK, AlertLevel.IMPORTANT, "customer.receivable.between(50000,),customer.delay.between(30,)"),
    AT_ITS_PEAK(
            AlertType.RISK,
            AlertLevel.MEDIUM,
            "customer.receivable.atLeast(95,customer.exposure),customer.receivable.between(10000,),"
                    + "customer.overdue.between(0.01,)"),
    OWES_MORE_THAN_IT_BUYS(
            AlertType.RISK,
            AlertLevel.IMPORTANT,
            "customer.receivable.more(50,customer.sales),customer.receivable.between(10000,)"),
    BLOCKED(AlertType.BOTH, AlertLevel.MEDIUM, "customer.blocked.oneOf(true),customer.receivable.between(0.01,)");

    private final AlertType type;
    private final AlertLevel level;
    private final String criteria;

    ReadyAlert(AlertType type, AlertLevel level, String criteria) {
        this.type = type;
        this.level = level;
        this.criteria = criteria;
    }

    public static Optional<ReadyAlert> find(String code) {
        return Arrays.stream(values())
                .filter(ready -> ready.name().equals(code))
                .findFirst();
    }

    public AlertType type() {
        return type;
    }

    public AlertLevel level() {
        return level;
    }

    public Criteria criteria() {
        return CriteriaText.read(criteria);
    }

    /** Key of its name. */
    public String nameKey() {
        return "criteria.alerts.ready." + name();
    }

    /** Key of what it is for. */
    public String whyKey() {
        return "criteria.alerts.ready.why." + name();
    }
}
