package io.dunlin.ledger.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.DayBand;
import io.dunlin.ledger.PaymentProfile;
import io.dunlin.ledger.ProfileRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The payment profiles as they are typed, all in one form.
 *
 * @param fewest number of invoices below which a customer has no history
 */
public record ProfileForm(List<Row> rows, String fewest, boolean countsUnpaid) {
    private static final int MOST_ROWS = 40;

    /** @param code empty for a new profile */
    public record Row(
            String code,
            String name,
            String comment,
            String colour,
            boolean holdsLowest,
            String lowest,
            boolean holdsHighest,
            String highest) {
        static Row of(PaymentProfile profile, UnaryOperator<String> texts) {
            var band = profile.band();
            return new Row(
                    profile.code(),
                    profile.name(texts),
                    profile.comment(texts),
                    profile.colour(),
                    band.holdsLowest(),
                    written(band.lowest()),
                    band.holdsHighest(),
                    written(band.highest()));
        }

        PaymentProfile profile() {
            var band = new DayBand(number(lowest), holdsLowest, number(highest), holdsHighest);
            return new PaymentProfile(code, name, comment, colour, band, false);
        }

        private boolean isBlank() {
            return (name + comment + lowest + highest).isEmpty();
        }
    }

    static ProfileForm of(ProfileRules rules, UnaryOperator<String> texts) {
        return new ProfileForm(
                rules.profiles().stream().map(profile -> Row.of(profile, texts)).toList(),
                Integer.toString(rules.fewestInvoices()),
                rules.countsUnpaid());
    }

    static ProfileForm of(Map<String, String> form) {
        return new ProfileForm(
                IntStream.range(0, MOST_ROWS)
                        .filter(at -> form.containsKey("name" + at))
                        .mapToObj(at -> new Row(
                                Inputs.text(form, "code" + at),
                                Inputs.text(form, "name" + at),
                                Inputs.text(form, "comment" + at),
                                colour(Inputs.text(form, "colour" + at)),
                                "ge".equals(form.get("from" + at)),
                                Inputs.text(form, "lowest" + at),
                                "le".equals(form.get("to" + at)),
                                Inputs.text(form, "highest" + at)))
                        .toList(),
                Inputs.text(form, "fewest"),
                form.containsKey("unpaid"));
    }

    ProfileForm withOneMore() {
        var more = new ArrayList<>(rows);
        more.add(new Row("", "", "", freeColour(), false, "", true, ""));
        return new ProfileForm(more, fewest, countsUnpaid);
    }

    ProfileForm without(int place) {
        var fewer = new ArrayList<>(rows);
        if (place < fewer.size()) {
            fewer.remove(place);
        }
        return new ProfileForm(fewer, fewest, countsUnpaid);
    }

    /** Rows without anything in them are none. Presets that nobody changed stay presets, in every language. */
    ProfileRules rules(ProfileRules before, UnaryOperator<String> texts) {
        var typed = rows.stream()
                .filter(row -> !row.isBlank())
                .map(row -> before.profiles().stream()
                        .filter(profile -> Row.of(profile, texts).equals(row))
                        .findFirst()
                        .orElseGet(row::profile))
                .toList();
        // Once one of them is the tenant's own, all are: in the words that stood in the form.
        var profiles = typed.equals(before.profiles())
                ? typed
                : typed.stream().map(profile -> profile.worded(texts)).toList();
        return new ProfileRules(profiles, invoices(), countsUnpaid);
    }

    private int invoices() {
        return fewest.matches("\\d{1,4}") ? Integer.parseInt(fewest) : 0;
    }

    private String freeColour() {
        var used = rows.stream().map(Row::colour).toList();
        return Stream.concat(
                        PaymentProfile.COLOURS.stream().filter(colour -> !used.contains(colour)),
                        PaymentProfile.COLOURS.stream())
                .findFirst()
                .orElseThrow();
    }

    private static String colour(String asked) {
        return PaymentProfile.COLOURS.contains(asked) ? asked : PaymentProfile.NO_HISTORY_COLOUR;
    }

    private static String written(@Nullable BigDecimal days) {
        return days == null ? "" : days.stripTrailingZeros().toPlainString();
    }

    private static @Nullable BigDecimal number(String typed) {
        var plain = typed.replace(',', '.').replace('\u2212', '-');
        if (plain.isEmpty()) {
            return null;
        }
        if (!plain.matches("-?\\d{1,5}(\\.\\d{1,2})?")) {
            throw new Rejected("ledger.profiles.days.bad", typed);
        }
        return new BigDecimal(plain);
    }
}
