package io.dunlin.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the fields of columns whose names say nothing, from what is in them: due dates lie behind issue dates, and currencies,
 * countries, e-mail addresses and phone numbers are known by their looks. Only what is beyond doubt is proposed.
 */
final class ContentSuggestions {
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]{2,}");
    private static final Pattern PHONE = Pattern.compile("(\\+|00?)[0-9 ()./-]{7,24}");

    private final Subject subject;
    private final FileProfile profile;
    private final List<@Nullable Field> fields;

    /** @param fields by column, as far as they are known; further ones are put in */
    ContentSuggestions(Subject subject, FileProfile profile, List<@Nullable Field> fields) {
        this.subject = subject;
        this.profile = profile;
        this.fields = fields;
    }

    void complete() {
        switch (subject) {
            case ITEMS -> {
                dates();
                only(Field.ITEM_CURRENCY, this::isCurrency);
                if (!Field.ITEM_AMOUNT.isIn(
                        fields.stream().filter(Objects::nonNull).toList())) {
                    only(Field.ITEM_AMOUNT, this::isAmount);
                }
            }
            case CUSTOMERS -> {
                only(
                        Field.CUSTOMER_COUNTRY,
                        at -> looks(at, text -> text.length() == 2 && Countries.read(text) != null));
                only(Field.CUSTOMER_PHONE, this::isPhone);
            }
            case CONTACTS -> {
                only(
                        Field.CONTACT_EMAIL,
                        at -> looks(at, text -> MAIL.matcher(text).matches()));
                only(Field.CONTACT_PHONE, this::isPhone);
            }
            case ORDERS -> {
                only(Field.ORDER_CURRENCY, this::isCurrency);
                only(Field.ORDER_AMOUNT, this::isAmount);
            }
            case SALES -> only(Field.SALES_CURRENCY, this::isCurrency);
            case USERS ->
                only(
                        Field.USER_EMAIL,
                        at -> looks(at, text -> MAIL.matcher(text).matches()));
        }
    }

    /** The field, where no column is it yet and exactly one free column can be it. */
    private void only(Field field, Predicate<Integer> fits) {
        var candidates = free(fits);
        if (!fields.contains(field) && candidates.size() == 1) {
            fields.set(candidates.getFirst(), field);
        }
    }

    private void dates() {
        var candidates = free(at -> profile.columns().get(at).dates().size() == 1
                && profile.columns().get(at).distinct().size() != 1);
        var issue = fields.indexOf(Field.ITEM_ISSUE_DATE);
        var due = fields.indexOf(Field.ITEM_DUE_DATE);
        if (issue < 0 && due < 0 && candidates.size() == 2) {
            var first = candidates.getFirst();
            var second = candidates.getLast();
            if (liesBehind(second, first)) {
                set(first, second);
            } else if (liesBehind(first, second)) {
                set(second, first);
            }
        } else if (candidates.size() == 1) {
            var only = candidates.getFirst();
            if (issue < 0 && (due < 0 || liesBehind(due, only))) {
                fields.set(only, Field.ITEM_ISSUE_DATE);
            } else if (issue >= 0 && due < 0 && liesBehind(only, issue)) {
                fields.set(only, Field.ITEM_DUE_DATE);
            }
        }
    }

    private void set(int issue, int due) {
        fields.set(issue, Field.ITEM_ISSUE_DATE);
        fields.set(due, Field.ITEM_DUE_DATE);
    }

    /** In every sample, and not always on the same day. */
    private boolean liesBehind(int later, int earlier) {
        var behind = 0;
        for (var sample : profile.samples()) {
            var one = date(sample, earlier);
            var other = date(sample, later);
            if (one != null && other != null) {
                if (other.isBefore(one)) {
                    return false;
                }
                behind += other.isAfter(one) ? 1 : 0;
            }
        }
        return behind > 0;
    }

    private @Nullable LocalDate date(FileProfile.Sample sample, int column) {
        var formats = profile.columns().get(column).dates();
        return formats.size() == 1 ? formats.getFirst().read(sample.cell(column)) : null;
    }

    private boolean isCurrency(int at) {
        return Suggestions.mostlyCurrencies(profile.columns().get(at)) && looks(at, text -> text.length() <= 3);
    }

    /** With decimals: whole numbers may be codes. */
    private boolean isAmount(int at) {
        var column = profile.columns().get(at);
        return column.amounts().size() == 1
                && column.dates().isEmpty()
                && !column.leadingZeros()
                && profile.samples().stream()
                        .map(sample -> column.amounts().getFirst().read(sample.cell(at)))
                        .anyMatch(amount ->
                                amount != null && amount.stripTrailingZeros().scale() > 0);
    }

    private boolean isPhone(int at) {
        return looks(at, text -> PHONE.matcher(text).matches() && !new DateTally().add(text));
    }

    private boolean looks(int column, Predicate<String> fits) {
        var values = profile.samples().stream()
                .map(sample -> sample.cell(column))
                .filter(text -> !text.isEmpty())
                .toList();
        return !values.isEmpty() && values.stream().allMatch(fits);
    }

    private List<Integer> free(Predicate<Integer> fits) {
        var found = new ArrayList<Integer>();
        for (var at = 0; at < fields.size(); at++) {
            if (fields.get(at) == null && profile.columns().get(at).values() > 0 && fits.test(at)) {
                found.add(at);
            }
        }
        return found;
    }
}
