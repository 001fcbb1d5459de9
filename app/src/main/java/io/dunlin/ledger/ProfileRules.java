package io.dunlin.ledger;

import static org.jooq.impl.DSL.choose;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.web.Flag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.CaseWhenStep;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Which profile a customer has: its payment profile follows from its average delay, and from whether enough invoices count for one.
 *
 * <p>The same is said in Java and in SQL; a test holds them together.
 *
 * @param profiles the best first; together they hold every number of days once
 * @param fewestInvoices customers with fewer that count have no history, and no profile
 * @param countsUnpaid whether invoices that are overdue count as if they were paid on the day that is looked at
 */
public record ProfileRules(List<PaymentProfile> profiles, int fewestInvoices, boolean countsUnpaid) {
    static final int FEWEST = 3;
    static final boolean UNPAID = true;

    public ProfileRules {
        profiles = List.copyOf(profiles);
    }

    /** As a tenant starts. */
    public static ProfileRules usual() {
        return new ProfileRules(PaymentProfile.presets(), FEWEST, UNPAID);
    }

    /** In days with two decimals, half up; null: no history. */
    @Nullable
    BigDecimal delay(DelayFigures of) {
        var items = of.items() + (countsUnpaid ? of.unpaidItems() : 0);
        var weighted = countsUnpaid ? of.weighted().add(of.unpaidWeighted()) : of.weighted();
        var amount = countsUnpaid ? of.amount().add(of.unpaidAmount()) : of.amount();
        return items < fewestInvoices || amount.signum() == 0 ? null : weighted.divide(amount, 2, RoundingMode.HALF_UP);
    }

    /** The same in SQL. */
    public Field<BigDecimal> delay(DelayColumns of) {
        var items = countsUnpaid ? of.items().plus(of.unpaidItems()) : of.items();
        return when(
                items.ge(inline(fewestInvoices)),
                round(weighted(of).div(nullif(amount(of), inline(BigDecimal.ZERO))), 2));
    }

    /** What the delay is, times {@link #amount}: so that those of several customers add up. */
    public Field<BigDecimal> weighted(DelayColumns of) {
        return countsUnpaid ? of.weighted().plus(of.unpaidWeighted()) : of.weighted();
    }

    public Field<BigDecimal> amount(DelayColumns of) {
        return countsUnpaid ? of.amount().plus(of.unpaidAmount()) : of.amount();
    }

    /** Empty where the delay is not known. */
    public Optional<PaymentProfile> profileOf(@Nullable BigDecimal delay) {
        return delay == null
                ? Optional.empty()
                : profiles.stream()
                        .filter(profile -> profile.band().holds(delay))
                        .findFirst();
    }

    /** Texts in the viewer's language. */
    public interface Phrases {
        String text(String key, Object... arguments);
    }

    /** @param delay in days; null: no history */
    public Flag flag(@Nullable BigDecimal delay, Phrases phrases) {
        var profile = profileOf(delay);
        return delay == null || profile.isEmpty()
                ? new Flag(PaymentProfile.NO_HISTORY_COLOUR, phrases.text("ledger.profiles.flag.none", fewestInvoices))
                : new Flag(profile.get().colour(), label(profile.get(), delay, phrases));
    }

    private static String label(PaymentProfile profile, BigDecimal delay, Phrases phrases) {
        return Stream.of(
                        profile.name(phrases::text),
                        profile.comment(phrases::text),
                        phrases.text("ledger.profiles.flag.delay", delay))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" \u00b7 "));
    }

    /** Code of the profile of a delay of two decimals; null: no history. */
    public Field<String> code(Field<BigDecimal> delay) {
        CaseWhenStep<Integer, String> code = null;
        for (var rank = 1; rank <= profiles.size(); rank++) {
            var then = inline(profiles.get(rank - 1).code()).cast(SQLDataType.CLOB);
            code = code == null ? choose(rank(delay)).when(inline(rank), then) : code.when(inline(rank), then);
        }
        return code == null ? inline((String) null).cast(SQLDataType.CLOB) : code;
    }

    /** Place of the profile of a delay, 1 for the best; null: no history. Works the delay out only once. */
    public Field<Integer> rank(Field<BigDecimal> delay) {
        var begins = IntStream.range(1, profiles.size())
                .mapToObj(place -> BigDecimal.valueOf(profiles.get(place).band().first(), 2))
                .toArray(BigDecimal[]::new);
        return begins.length == 0
                ? when(delay.isNotNull(), inline(1))
                : function(name("width_bucket"), SQLDataType.INTEGER, delay, val(begins))
                        .plus(inline(1));
    }
}
