package io.dunlin.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A class of payment behaviour: customers whose average payment delay lies in a band.
 *
 * @param code stored in searches, never changed
 * @param name unique in the tenant; the key of a text where it is {@code preset}
 * @param comment what is meant by it, may be empty; the key of a text where it is {@code preset}
 * @param colour one of {@link #COLOURS}
 * @param preset as every tenant starts with, in the language of whoever looks
 */
public record PaymentProfile(String code, String name, String comment, String colour, DayBand band, boolean preset) {
    public static final List<String> COLOURS =
            List.of("darkgreen", "green", "yellow", "orange", "red", "blue", "violet", "grey");

    /** Of those whose delay is not known. */
    public static final String NO_HISTORY_COLOUR = "grey";

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_COMMENT = 200;

    /** Until the tenant has profiles of its own; the best first. */
    static List<PaymentProfile> presets() {
        return List.of(
                preset("veryGood", "darkgreen", null, "0"),
                preset("good", "green", "0", "10"),
                preset("average", "yellow", "10", "30"),
                preset("slow", "orange", "30", "60"),
                preset("bad", "red", "60", null));
    }

    /** @param texts gives the text of a key in the viewer's language */
    public String name(UnaryOperator<String> texts) {
        return preset ? texts.apply(name) : name;
    }

    public String comment(UnaryOperator<String> texts) {
        return preset ? texts.apply(comment) : comment;
    }

    /** The same under the words that the viewer sees. */
    public PaymentProfile worded(UnaryOperator<String> texts) {
        return new PaymentProfile(code, name(texts), comment(texts), colour, band, false);
    }

    boolean isWordedWell() {
        return !name.isBlank() && name.length() <= LONGEST_NAME && comment.length() <= LONGEST_COMMENT;
    }

    private static PaymentProfile preset(String code, String colour, @Nullable String above, @Nullable String upTo) {
        var key = "ledger.profiles.preset." + code;
        var band = new DayBand(
                above == null ? null : new BigDecimal(above),
                false,
                upTo == null ? null : new BigDecimal(upTo),
                upTo != null);
        return new PaymentProfile(code, key, key + ".comment", colour, band, true);
    }
}
