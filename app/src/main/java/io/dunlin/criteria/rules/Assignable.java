package io.dunlin.criteria.rules;

import io.dunlin.criteria.Indicator.Choice;
import java.util.List;
import org.jooq.Record2;
import org.jooq.Select;

/**
 * What rules can give to customers: a group, a collector, an option.
 *
 * <p>To add one, add one class that implements this, a {@code @Component} in {@code <module>/assignment/}, and its texts. It then has its
 * rules, runs and sentences, in the {@code @Order} of its kind.
 */
public interface Assignable {
    /** Stable name such as {@code collector}; stored in rules and changes, never renamed. */
    String code();

    /** Key of its name in the viewer's language. */
    String textKey();

    /** Whether a customer may have several values at once. Then every rule that fits gives its own; else the first one decides. */
    boolean isCumulative();

    /** The values that a rule can give, as they are now for the tenant of the transaction. */
    List<Choice> choices();

    /** Who has which value now: the number of the customer and the value, of all customers of the tenant that have one. */
    Select<Record2<Long, String>> held();

    /**
     * Gives and takes values, whatever their number in one statement each. Values that there are no more are passed over.
     *
     * @param given customers and values; where only one can be had it replaces the one before
     * @param taken customers and the values they lose
     */
    void apply(Select<Record2<Long, String>> given, Select<Record2<Long, String>> taken);
}
