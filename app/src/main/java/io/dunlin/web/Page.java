package io.dunlin.web;

import io.dunlin.kernel.Right;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What every template gets as {@code page}: who looks, in which language, and how numbers and dates are written.
 *
 * @param address path and query of this page
 * @param csrf token that forms and htmx requests carry
 */
public record Page(Viewer viewer, Texts texts, String address, String csrf, List<MenuEntry> menu) {
    public String text(String key, Object... arguments) {
        return texts.text(viewer.language(), key, arguments);
    }

    public Locale language() {
        return viewer.language();
    }

    public boolean may(Right right) {
        return viewer.may(right);
    }

    /** With grouping, a true minus sign and the given number of decimals; empty for null. */
    public String number(@Nullable BigDecimal number, int decimals) {
        if (number == null) {
            return "";
        }
        var symbols = DecimalFormatSymbols.getInstance(viewer.language());
        symbols.setMinusSign('\u2212');
        var format = new DecimalFormat("#,##0", symbols);
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** An amount with two decimals; its currency stands in the column head. */
    public String money(@Nullable BigDecimal amount) {
        return number(amount, 2);
    }

    public String count(long number) {
        return number(BigDecimal.valueOf(number), 0);
    }

    public String date(@Nullable LocalDate date) {
        return date == null
                ? ""
                : DateTimeFormatter.ofPattern(viewer.dateFormat(), viewer.language())
                        .format(date);
    }

    public String time(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofPattern(viewer.dateFormat() + " HH:mm", viewer.language())
                        .format(instant.atZone(viewer.zone()));
    }
}
