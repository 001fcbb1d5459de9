package io.dunlin.web;

import gg.jte.Content;
import io.dunlin.kernel.Right;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What every template gets as {@code page}: who looks, in which language, and how numbers and dates are written.
 *
 * @param address path and query of this page
 * @param csrf token that forms and htmx requests carry
 * @param flash what the action before this page left behind; null: nothing
 */
public record Page(
        Viewer viewer,
        Texts texts,
        String address,
        String csrf,
        List<MenuEntry> menu,
        @Nullable Notice flash,
        PageParts parts) {
    /** Typed by hand into the address; browsers write it as %25. */
    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** A page outside the frame: for files and answers to programs. */
    public Page(Viewer viewer, Texts texts, String address, String csrf, List<MenuEntry> menu) {
        this(viewer, texts, address, csrf, menu, null, PageParts.NONE);
    }

    /** Parts of the top bar, rendered for this viewer. */
    public List<Content> topBarParts() {
        return parts.topBar(this);
    }

    /** Views of the list of this page. */
    public List<SavedView> views() {
        return parts.views(path());
    }

    /** Filters, order and columns of the list: what a view keeps. */
    public String state() {
        return ListState.of(address);
    }

    /** Address of this list in another state. */
    public String inState(String state) {
        return ListState.open(address, state);
    }

    /** The same address without one parameter; where none is left it says so, so that it opens no view of its own. */
    public String without(String parameter) {
        var address = with(parameter, "");
        return address.indexOf('?') < 0 ? address + "?" : address;
    }

    /** Entries of the navigation in the given place, that this viewer may open. */
    public List<MenuEntry> menu(MenuEntry.Place place) {
        return menu.stream().filter(entry -> entry.place() == place).toList();
    }

    /** First letters of the viewer's names. */
    public String initials() {
        return Arrays.stream(viewer.name().strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(language());
    }

    /** A value of a table as its column shows it. */
    public String cell(Column column, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number ->
                switch (column.kind()) {
                    case AMOUNT -> money(number);
                    case PERCENT, DAYS, NUMBER -> number(number, 1);
                    case COUNT -> number(number, 0);
                    case TEXT, DATE, TIME -> number.toPlainString();
                };
            case Integer number -> count(number);
            case Long number -> count(number);
            case LocalDate date -> date(date);
            case Instant instant -> time(instant);
            default -> value.toString();
        };
    }

    /** The same address with one parameter set, or taken out where the value is empty; the page number falls back to the first. */
    public String with(String parameter, String value) {
        var address = UriComponentsBuilder.fromUriString(
                        STRAY_PERCENT.matcher(this.address).replaceAll("%25"))
                .replaceQueryParam("page");
        return (value.isEmpty()
                        ? address.replaceQueryParam(parameter)
                        : address.replaceQueryParam(parameter, UriUtils.encode(value, StandardCharsets.UTF_8)))
                .build(true)
                .toUriString();
    }

    /** The same address with two parameters set. */
    public String with(String first, String firstValue, String second, String secondValue) {
        return new Page(viewer, texts, with(first, firstValue), csrf, menu).with(second, secondValue);
    }

    /** The address without its query. */
    public String path() {
        var query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    /** The parameters of the address, decoded, without some: for the hidden fields of a form. */
    public List<Map.Entry<String, String>> parametersBut(String... left) {
        return UriComponentsBuilder.fromUriString(STRAY_PERCENT.matcher(address).replaceAll("%25"))
                .build(true)
                .getQueryParams()
                .entrySet()
                .stream()
                .filter(parameter -> !List.of(left).contains(parameter.getKey()))
                .flatMap(parameter -> parameter.getValue().stream()
                        .filter(Objects::nonNull)
                        .map(value -> Map.entry(parameter.getKey(), decoded(value))))
                .toList();
    }

    static String decoded(String value) {
        return UriUtils.decode(
                STRAY_PERCENT.matcher(value.replace('+', ' ')).replaceAll("%25"), StandardCharsets.UTF_8);
    }

    /** The sentence of the notice. */
    public String text(Notice notice) {
        return text(notice.key(), notice.arguments().toArray());
    }

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
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        // Rounded first: the format would write -0.4 without decimals as a negative zero.
        return format.format(number.setScale(decimals, RoundingMode.HALF_UP));
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
