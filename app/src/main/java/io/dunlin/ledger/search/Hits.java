package io.dunlin.ledger.search;

import io.dunlin.ledger.search.Subjects.Kind;
import io.dunlin.web.SearchHit;
import io.dunlin.web.SearchQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** The best of what a query finds: first as it was typed, and where that is little, also what is spelled much the same. */
@Component
class Hits {
    /** With as many hits there is no need to guess. */
    private static final int ENOUGH = 5;

    private final Subjects subjects;

    Hits(Subjects subjects) {
        this.subjects = subjects;
    }

    /** @param weight the heavier comes first among those that meet the query equally well */
    record Candidate(SearchHit hit, long number, BigDecimal weight) {}

    /** @param rows reads the candidates of the given numbers, ranked against the query */
    List<SearchHit> best(
            Kind kind, SearchQuery query, int most, Function<Select<Record1<Long>>, List<Candidate>> rows) {
        var found = new ArrayList<Candidate>();
        subjects.asTyped(kind, query.words()).map(rows).ifPresent(found::addAll);
        var piece = query.inOnePiece();
        // A number that was typed with spaces or hyphens.
        if (query.words().size() > 1 && piece.chars().anyMatch(Character::isDigit)) {
            subjects.asTyped(kind, List.of(piece)).map(rows).ifPresent(found::addAll);
        }
        var best = sorted(found.stream(), most);
        if (best.size() < Math.min(ENOUGH, most)) {
            subjects.spelledAlike(kind, query.words()).map(rows).ifPresent(found::addAll);
            best = sorted(found.stream(), most);
        }
        return best;
    }

    private static List<SearchHit> sorted(Stream<Candidate> found, int most) {
        return found.filter(one -> one.hit().rank() != SearchQuery.NONE)
                .sorted(Comparator.<Candidate>comparingInt(one -> one.hit().rank())
                        .thenComparing(Comparator.comparing(Candidate::weight).reversed())
                        .thenComparing(one -> one.hit().title())
                        .thenComparing(Candidate::number))
                .distinct()
                .limit(most)
                .map(Candidate::hit)
                .toList();
    }
}
