package io.dunlin.criteria;

import io.dunlin.criteria.Criteria.All;
import io.dunlin.criteria.Criteria.Any;
import io.dunlin.criteria.Criteria.Has;
import io.dunlin.criteria.Criteria.Not;
import io.dunlin.criteria.Criteria.Test;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link CriteriaText} writes, from the left to the right. */
final class CriteriaTextReader {
    private final String text;
    private int at;
    private int parts;

    CriteriaTextReader(String text) {
        this.text = text;
    }

    List<Criteria> parts(int depth) {
        var found = new ArrayList<Criteria>();
        do {
            found.add(part(depth));
        } while (skip(','));
        return found;
    }

    void end() {
        if (at < text.length()) {
            throw bad();
        }
    }

    private Criteria part(int depth) {
        if (depth > CriteriaCheck.DEEPEST) {
            throw new BadCriteria(place(), "criteria.bad.deep", CriteriaCheck.DEEPEST);
        }
        if (++parts > CriteriaCheck.MOST_PARTS) {
            throw new BadCriteria(place(), "criteria.bad.large", CriteriaCheck.MOST_PARTS);
        }
        var negated = skip('!');
        var start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "._-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        var word = text.substring(start, at);
        expect('(');
        return negated ? test(word, true) : group(word, depth);
    }

    private Criteria group(String word, int depth) {
        return switch (word) {
            case "all" -> new All(inside(depth));
            case "any" -> new Any(inside(depth));
            case "not" -> new Not(one(inside(depth)));
            default -> word.startsWith("has.") || word.startsWith("hasNo.") ? has(word, depth) : test(word, false);
        };
    }

    private Criteria has(String word, int depth) {
        var point = word.indexOf('.');
        var what = Subject.find(word.substring(point + 1)).orElseThrow(this::bad);
        return new Has(what, word.startsWith("hasNo"), one(inside(depth)));
    }

    private static Criteria one(List<Criteria> parts) {
        return parts.size() == 1 ? parts.getFirst() : new All(parts);
    }

    private List<Criteria> inside(int depth) {
        if (skip(')')) {
            return List.of();
        }
        var found = parts(depth + 1);
        expect(')');
        return found;
    }

    private Criteria test(String word, boolean negated) {
        var point = word.lastIndexOf('.');
        if (point <= 0) {
            throw bad();
        }
        var comparison = ComparisonJson.read(word.substring(point + 1), values(), place());
        return new Test(word.substring(0, point), comparison, negated, skip('?'));
    }

    private List<String> values() {
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        var escaped = false;
        while (at < text.length()) {
            var next = text.charAt(at++);
            if (escaped || next != '\\' && next != ',' && next != ')' && next != '(') {
                value.append(next);
                escaped = false;
            } else if (next == '\\') {
                escaped = true;
            } else if (next == '(') {
                throw bad();
            } else {
                values.add(value.toString());
                value.setLength(0);
                if (next == ')') {
                    return values;
                }
            }
        }
        throw bad();
    }

    private void expect(char wanted) {
        if (!skip(wanted)) {
            throw bad();
        }
    }

    private boolean skip(char wanted) {
        var isThere = at < text.length() && text.charAt(at) == wanted;
        if (isThere) {
            at++;
        }
        return isThere;
    }

    private String place() {
        return "#" + (at + 1);
    }

    private BadCriteria bad() {
        return new BadCriteria(place(), "criteria.bad.part");
    }
}
