package io.dunlin.criteria;

import io.dunlin.criteria.Comparison.Against;
import io.dunlin.criteria.Comparison.Better;
import io.dunlin.criteria.Comparison.Between;
import io.dunlin.criteria.Comparison.Changed;
import io.dunlin.criteria.Comparison.Crossed;
import io.dunlin.criteria.Comparison.Days;
import io.dunlin.criteria.Comparison.Empty;
import io.dunlin.criteria.Comparison.InLast;
import io.dunlin.criteria.Comparison.InNext;
import io.dunlin.criteria.Comparison.LongerAgo;
import io.dunlin.criteria.Comparison.Moved;
import io.dunlin.criteria.Comparison.OneOf;
import io.dunlin.criteria.Comparison.Part;
import io.dunlin.criteria.Comparison.Worse;
import io.dunlin.criteria.Criteria.All;
import io.dunlin.criteria.Criteria.Any;
import io.dunlin.criteria.Criteria.Has;
import io.dunlin.criteria.Criteria.Not;
import io.dunlin.criteria.Criteria.Test;
import io.dunlin.kernel.SearchKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Whether criteria mean something: known indicators, comparisons that fit them, sizes within reason. Refuses with the place. */
final class CriteriaCheck {
    static final int DEEPEST = 20;
    static final int MOST_PARTS = 500;
    /** A list pasted from a spreadsheet. */
    static final int LONGEST_LIST = 50_000;

    static final int LONGEST_TEXT = 500;
    private static final int LONGEST_TIME = 36_500;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,10})?");

    private final Catalogue.Entries catalogue;
    private int parts;

    CriteriaCheck(Catalogue.Entries catalogue) {
        this.catalogue = catalogue;
    }

    void check(Subject subject, Criteria criteria) {
        check(subject, criteria, "", 1);
    }

    private void check(Subject subject, Criteria criteria, String path, int depth) {
        if (depth > DEEPEST) {
            throw new BadCriteria(path, "criteria.bad.deep", DEEPEST);
        }
        if (++parts > MOST_PARTS) {
            throw new BadCriteria(path, "criteria.bad.large", MOST_PARTS);
        }
        switch (criteria) {
            case All(var of) -> each(subject, of, path, "all", depth);
            case Any(var of) -> each(subject, of, path, "any", depth);
            case Not(var of) -> check(subject, of, CriteriaJson.join(path, "not"), depth + 1);
            case Has has -> {
                if (!contains(subject, has.what())) {
                    throw new BadCriteria(
                            path, "criteria.bad.has", subject.code(), has.what().code());
                }
                check(has.what(), has.that(), CriteriaJson.join(path, "that"), depth + 1);
            }
            case Test test -> check(subject, test, path);
        }
    }

    private void each(Subject subject, List<Criteria> of, String path, String name, int depth) {
        for (var at = 0; at < of.size(); at++) {
            check(subject, of.get(at), CriteriaJson.join(path, name + "[" + at + "]"), depth + 1);
        }
    }

    private void check(Subject subject, Test test, String path) {
        var indicator = indicator(subject, test.indicator(), path);
        if (!fits(indicator.kind(), test.comparison())) {
            throw new BadCriteria(path, "criteria.bad.comparison", indicator.code());
        }
        if (isOfPast(test.comparison()) && indicator.past() == null) {
            throw new BadCriteria(path, "criteria.bad.past", indicator.code());
        }
        switch (test.comparison()) {
            case Empty() -> {}
            case OneOf(var values) -> checkList(indicator, values, path);
            case Part part -> checkText(part.text(), path);
            case Between(var from, var to) -> bounds(from == null && to == null, path);
            case Days(var from, var to) -> bounds(from == null && to == null, path);
            case InLast(var days) -> checkTime(days, path);
            case InNext(var days) -> checkTime(days, path);
            case LongerAgo(var days) -> checkTime(days, path);
            case Against against -> {
                var other = against.indicator();
                if (!indicator(subject, other, path).kind().isNumber()) {
                    throw new BadCriteria(path, "criteria.bad.comparison", other);
                }
            }
            case Better(var than) -> checkRank(indicator, than, path);
            case Worse(var than) -> checkRank(indicator, than, path);
            case Changed(var days) -> checkTime(days, path);
            case Moved moved -> {
                checkStep(indicator, moved.by(), path);
                checkTime(moved.days(), path);
            }
            case Crossed crossed -> {
                checkRank(indicator, crossed.value(), path);
                checkTime(crossed.days(), path);
            }
        }
    }

    private static boolean isOfPast(Comparison comparison) {
        return comparison instanceof Changed || comparison instanceof Moved || comparison instanceof Crossed;
    }

    private Indicator indicator(Subject subject, String code, String path) {
        var indicator = catalogue.find(code).orElseThrow(() -> new BadCriteria(path, "criteria.bad.indicator", code));
        if (indicator.subject() != subject && !contains(indicator.subject(), subject)) {
            throw new BadCriteria(
                    path, "criteria.bad.subject", code, indicator.subject().code(), subject.code());
        }
        return indicator;
    }

    /** A debtor has customers, and these have items. */
    private static boolean contains(Subject whole, Subject part) {
        return switch (whole) {
            case DEBTOR -> part != Subject.DEBTOR;
            case CUSTOMER -> part == Subject.ITEM;
            case ITEM -> false;
        };
    }

    private static boolean fits(Indicator.Kind kind, Comparison comparison) {
        return switch (comparison) {
            case Empty any -> true;
            case OneOf any -> kind == Indicator.Kind.TEXT || kind.isCode();
            case Part any -> kind == Indicator.Kind.TEXT;
            case Between any -> kind.isNumber();
            case Against any -> kind.isNumber();
            case Days any -> kind == Indicator.Kind.DATE;
            case InLast any -> kind == Indicator.Kind.DATE;
            case InNext any -> kind == Indicator.Kind.DATE;
            case LongerAgo any -> kind == Indicator.Kind.DATE;
            case Better any -> kind.isRank();
            case Worse any -> kind.isRank();
            case Changed any -> kind != Indicator.Kind.SEVERAL;
            case Moved moved -> fits(kind, moved.way());
            case Crossed crossed -> fits(kind, crossed.way());
        };
    }

    private static boolean fits(Indicator.Kind kind, Comparison.Way way) {
        return way.isOfRanks() ? kind.isRank() : kind.isNumber() && !kind.isRank();
    }

    private static void checkList(Indicator indicator, List<String> values, String path) {
        if (values.isEmpty() || values.size() > LONGEST_LIST) {
            throw new BadCriteria(path, "criteria.bad.list", LONGEST_LIST);
        }
        for (var value : values) {
            if (indicator.kind() == Indicator.Kind.TEXT || value.indexOf(0) >= 0) {
                checkText(value, path);
            }
        }
    }

    private static void checkText(String text, String path) {
        if (SearchKey.of(text).isEmpty() || text.length() > LONGEST_TEXT || text.indexOf(0) >= 0) {
            throw new BadCriteria(path, "criteria.bad.text", LONGEST_TEXT);
        }
    }

    private static void bounds(boolean bothOpen, String path) {
        if (bothOpen) {
            throw new BadCriteria(path, "criteria.bad.bounds");
        }
    }

    private static void checkTime(int days, String path) {
        if (days < 0 || days > LONGEST_TIME) {
            throw new BadCriteria(path, "criteria.bad.days", LONGEST_TIME);
        }
    }

    /** Of grades, whole steps. */
    private static void checkStep(Indicator indicator, BigDecimal by, String path) {
        var isWhole = by.stripTrailingZeros().scale() <= 0;
        if (by.signum() <= 0 || indicator.kind() == Indicator.Kind.GRADE && !isWhole) {
            throw new BadCriteria(path, "criteria.bad.step", by.toPlainString());
        }
    }

    private static void checkRank(Indicator indicator, String than, String path) {
        var known = indicator.kind() == Indicator.Kind.GRADE
                ? indicator.scale().contains(than)
                : NUMBER.matcher(than).matches();
        if (!known) {
            throw new BadCriteria(path, "criteria.bad.rank", than);
        }
    }
}
