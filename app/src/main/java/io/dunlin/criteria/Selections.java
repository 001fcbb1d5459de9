package io.dunlin.criteria;

import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import io.dunlin.criteria.Indicator.Value;
import io.dunlin.tenancy.Company;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Turns criteria into SQL: the one way from what somebody asks for to the rows that answer. */
@Component
public class Selections {
    private final Catalogue catalogue;
    private final SubjectTables tables;
    private final List<PastTables> past;
    private final Paths paths;

    public Selections(Catalogue catalogue, SubjectTables tables, List<LinkSource> further, List<PastTables> past) {
        this.catalogue = catalogue;
        this.tables = tables;
        this.past = List.copyOf(past);
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
        return over(Objects.requireNonNull(tables.tables().get(subject)), subject, criteria, today);
    }

    /**
     * As {@link #of}, by the rows of another table that has one for each subject: where this is asked for anyway, and the table of the
     * subjects perhaps not.
     */
    public Selection over(Table<?> rows, Subject subject, Criteria criteria, LocalDate today) {
        var entries = catalogue.now();
        new CriteriaCheck(entries).check(subject, criteria);
        var scope = Scope.over(rows, paths, today);
        var condition = new Compiler(entries, tables).compile(criteria, scope);
        return new Selection(scope, condition);
    }

    /** All rows of a table, with what is beside them. */
    public Scope rows(Table<?> rows, LocalDate today) {
        return Scope.over(rows, paths, today);
    }

    /** The value of an indicator as a column beside the rows of the scope; of several values an array of their codes. */
    public Field<?> column(Indicator indicator, Scope scope) {
        return switch (indicator.value()) {
            case Value.One(var expression) -> expression.apply(scope);
            case Value.Many(var column) -> {
                var inside = scope.inside(
                        Objects.requireNonNull(column.getTable()),
                        Objects.requireNonNull(tables.tables().get(indicator.subject())));
                var code = inside.of(column).cast(SQLDataType.CLOB);
                var bounds = inside.bounds();
                yield field(
                        select(arrayAgg(code).orderBy(code)).from(inside.from()).where(bounds));
            }
        };
    }

    /**
     * Several criteria over the same rows, so that one pass decides them all; the tables that several of them look at are joined once.
     *
     * @param where which rows they are asked of: those of the tenant
     * @param each the criteria as conditions, in their order
     */
    public record Together(Scope scope, Condition where, List<Condition> each) {
        public Table<?> from() {
            return scope.from();
        }
    }

    /** As {@link #of}, for several at once. */
    public Together together(Subject subject, List<Criteria> several, LocalDate today) {
        return together(subject, several, today, Map.of());
    }

    /**
     * As {@link #together(Subject, List, LocalDate)}, with other values than those that are stored.
     *
     * @param instead what is read in the place of picked rows, with the same columns as far as they are asked for
     */
    public Together together(
            Subject subject, List<Criteria> several, LocalDate today, Map<Pick<?>, ? extends Table<?>> instead) {
        var entries = catalogue.now();
        var scope = Scope.over(Objects.requireNonNull(tables.tables().get(subject)), paths, today, instead);
        return together(subject, several, entries, scope);
    }

    /**
     * As {@link #together(Subject, List, LocalDate)}, of a day of the past.
     *
     * @param instead the tables of that day, from {@link #past}
     */
    public Together togetherOn(
            LocalDate day, Subject subject, List<Criteria> several, Map<Table<?>, Table<?>> instead) {
        var entries = catalogue.now();
        var scope = Scope.on(Objects.requireNonNull(tables.tables().get(subject)), paths, day, instead);
        return together(subject, several, entries, scope);
    }

    private Together together(Subject subject, List<Criteria> several, Catalogue.Entries entries, Scope scope) {
        var compiler = new Compiler(entries, tables);
        var each = several.stream()
                .map(criteria -> {
                    new CriteriaCheck(entries).check(subject, criteria);
                    return compiler.compile(criteria, scope);
                })
                .toList();
        return new Together(scope, scope.bounds(), each);
    }

    /**
     * The tables that these criteria look at as they were at the end of a day of the past, made for the transaction of the caller,
     * which must be allowed to write.
     */
    public Map<Table<?>, Table<?>> past(List<Criteria> several, LocalDate day, Company company) {
        var entries = catalogue.now();
        var about = several.stream()
                .flatMap(Criteria::indicators)
                .flatMap(code -> entries.find(code).stream())
                .map(Indicator::subject)
                .collect(toSet());
        if (several.stream().anyMatch(Criteria::looksAtItems)) {
            about.add(Subject.ITEM);
        }
        var then = new HashMap<Table<?>, Table<?>>();
        past.forEach(source -> then.putAll(source.on(day, company, about)));
        return then;
    }

    /** For each of the criteria why they mean nothing, where they do: indicators may go after criteria were stored. */
    public List<Optional<BadCriteria>> problems(Subject subject, List<Criteria> several) {
        var entries = catalogue.now();
        return several.stream()
                .map(criteria -> {
                    try {
                        new CriteriaCheck(entries).check(subject, criteria);
                        return Optional.<BadCriteria>empty();
                    } catch (BadCriteria bad) {
                        return Optional.of(bad);
                    }
                })
                .toList();
    }

    /** Refuses criteria that mean nothing, with the place; for what is to be stored. */
    public void check(Subject subject, Criteria criteria) {
        new CriteriaCheck(catalogue.now()).check(subject, criteria);
    }
}
