package io.dunlin.criteria;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns criteria into SQL: the one way from what somebody asks for to the rows that answer. */
@Component
public class Selections {
    private final Catalogue catalogue;
    private final SubjectTables tables;
    private final Paths paths;

    public Selections(Catalogue catalogue, SubjectTables tables, List<LinkSource> further) {
        this.catalogue = catalogue;
        this.tables = tables;
        this.paths = new Paths(
                Stream.concat(tables.links().stream(), further.stream().flatMap(source -> source.links().stream()))
                        .toList());
    }

    /**
     * The subjects that meet the criteria.
     *
     * @param today what "in the last days" counts from: the company's day
     * @throws BadCriteria with the place, where the criteria mean nothing
     */
    public Selection of(Subject subject, Criteria criteria, LocalDate today) {
        var entries = catalogue.now();
        new CriteriaCheck(entries).check(subject, criteria);
        var scope = Scope.over(Objects.requireNonNull(tables.tables().get(subject)), paths, today);
        var condition = new Compiler(entries, tables).compile(criteria, scope);
        return new Selection(scope, scope.bounds().and(condition));
    }

    /** Refuses criteria that mean nothing, with the place; for what is to be stored. */
    public void check(Subject subject, Criteria criteria) {
        new CriteriaCheck(catalogue.now()).check(subject, criteria);
    }
}
