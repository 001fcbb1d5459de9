package io.dunlin.ledger.search;

import static io.dunlin.ledger.tables.SearchForm.SEARCH_FORM;
import static io.dunlin.ledger.tables.SearchWord.SEARCH_WORD;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import io.dunlin.kernel.Spelling;
import io.dunlin.ledger.tables.SearchWord;
import io.dunlin.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/**
 * Numbers of the customers or contacts that have all the words of a query. Ranges and equality only: row security lets the
 * planner use an index for nothing else.
 */
@Component
class Subjects {
    /** Hits that are looked at to find the best; one needs a row of its table for each. */
    private static final int LOOKED_AT = 500;
    /** Of the rarest word, rows that are looked at for the other words. */
    private static final int COUNTED = 5_000;

    private static final int ALIKE = 30;
    private static final int MOST_NEIGHBOURS = 5_000;

    private final DSLContext sql;

    Subjects(DSLContext sql) {
        this.sql = sql;
    }

    /** Whose numbers they are. */
    enum Kind {
        CUSTOMER,
        CONTACT
    }

    /** What one word of the query may stand for: words that begin with it, and words that are like it. */
    private record Sought(String beginning, List<String> alike) {
        Condition isMetBy(SearchWord table) {
            return alike.isEmpty() ? begins(table) : begins(table).or(table.WORD.in(alike));
        }

        /** What has such a word, in the order of the words: in any other the planner might read the whole table. */
        Select<Record1<Long>> rows(Kind kind, int most) {
            var table = SEARCH_WORD.as("sought");
            var begins = select(table.SUBJECT_ID)
                    .from(table)
                    .where(isOf(table, kind))
                    .and(begins(table))
                    .orderBy(table.WORD, table.SUBJECT_ID)
                    .limit(most);
            return alike.isEmpty()
                    ? begins
                    : begins.unionAll(select(table.SUBJECT_ID)
                            .from(table)
                            .where(isOf(table, kind))
                            .and(table.WORD.in(alike))
                            .orderBy(table.WORD, table.SUBJECT_ID)
                            .limit(most));
        }

        private Condition begins(SearchWord table) {
            return table.WORD
                    .ge(beginning)
                    .and(table.WORD.lt(beginning + Character.toString(Character.MAX_CODE_POINT)));
        }
    }

    /** Those with words that begin as typed. */
    Optional<Select<Record1<Long>>> asTyped(Kind kind, List<String> words) {
        return having(
                kind, words.stream().map(word -> new Sought(word, List.of())).toList());
    }

    /** Those with words that begin as typed or are spelled much the same; empty where that adds nothing. */
    Optional<Select<Record1<Long>>> spelledAlike(Kind kind, List<String> words) {
        var sought = words.stream().map(word -> new Sought(word, alike(word))).toList();
        return sought.stream().allMatch(word -> word.alike().isEmpty()) ? Optional.empty() : having(kind, sought);
    }

    private Optional<Select<Record1<Long>>> having(Kind kind, List<Sought> words) {
        var counts = counts(kind, words);
        if (counts.stream().anyMatch(count -> count == 0)) {
            return Optional.empty();
        }
        var rarest =
                counts.indexOf(counts.stream().min(Comparator.naturalOrder()).orElse(0));
        var found = words.get(rarest)
                .rows(kind, words.size() == 1 ? LOOKED_AT : COUNTED)
                .asTable("found", "subject");
        var subject = found.field("subject", Long.class);
        var others = noCondition();
        for (var at = 0; at < words.size(); at++) {
            if (at != rarest) {
                var other = SEARCH_WORD.as("other");
                others = others.and(exists(selectOne()
                        .from(other)
                        .where(isOf(other, kind))
                        .and(other.SUBJECT_ID.eq(subject))
                        .and(words.get(at).isMetBy(other))));
            }
        }
        return Optional.of(sql.selectDistinct(subject).from(found).where(others).limit(LOOKED_AT));
    }

    /** How often each word is met, counted no further than it matters. */
    private List<Integer> counts(Kind kind, List<Sought> words) {
        if (words.isEmpty()) {
            return List.of(0);
        }
        var fields = new ArrayList<Field<Integer>>();
        for (var word : words) {
            fields.add(selectCount()
                    .from(word.rows(kind, COUNTED).asTable("counted"))
                    .asField());
        }
        var row = sql.select(fields).fetchSingle();
        return IntStream.range(0, fields.size())
                .mapToObj(at -> row.get(at, Integer.class))
                .toList();
    }

    /** Written words that the typed one may be meant for, the likeliest first. */
    private List<String> alike(String typed) {
        return !Spelling.mayBeWrong(typed)
                ? List.of()
                : sql
                        .selectDistinct(SEARCH_FORM.WORD)
                        .from(SEARCH_FORM)
                        .where(SEARCH_FORM.TENANT_ID.eq(CurrentTenant.id()))
                        .and(SEARCH_FORM.FORM.in(Spelling.forms(typed)))
                        .limit(MOST_NEIGHBOURS)
                        .fetch(SEARCH_FORM.WORD)
                        .stream()
                        .filter(word -> !word.startsWith(typed)
                                && Spelling.errors(typed, word).isPresent())
                        .sorted(Comparator.<String>comparingInt(word -> Spelling.distance(typed, word))
                                .thenComparing(Comparator.naturalOrder()))
                        .limit(ALIKE)
                        .toList();
    }

    private static Condition isOf(SearchWord table, Kind kind) {
        return table.TENANT_ID.eq(CurrentTenant.id()).and(table.KIND.eq(inline(kind.name())));
    }
}
