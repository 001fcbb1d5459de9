package io.dunlin.criteria.rules;

import static java.util.stream.Collectors.toSet;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.SubjectTables;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CompanyId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the SQL of rules: all of them over one pass of a company's customers. */
@Component
class Decisions {
    private final Selections selections;
    private final SubjectTables tables;
    private final Clock clock;

    Decisions(Selections selections, SubjectTables tables, Clock clock) {
        this.selections = selections;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * @param lastRun when the automatic rules ran last; whoever came since is new. Null: never, then since the rule is there
     * @throws Rejected with the rule, where one means nothing any more: to pass over it would give its customers to the next one
     */
    Decision of(Assignable assignable, List<Rule> rules, Company company, @Nullable Instant lastRun) {
        return of(assignable, rules, company, lastRun, company.today(clock), Map.of());
    }

    /**
     * As if it were a day of the past. What the company has of customers, and who they are, is that of today; to rules for new
     * customers all are new.
     *
     * @param instead tables of that day
     */
    Decision then(
            Assignable assignable, List<Rule> rules, Company company, LocalDate day, Map<Table<?>, Table<?>> instead) {
        return of(assignable, rules, company, Instant.EPOCH, day, instead);
    }

    private Decision of(
            Assignable assignable,
            List<Rule> rules,
            Company company,
            @Nullable Instant lastRun,
            LocalDate day,
            Map<Table<?>, Table<?>> instead) {
        broken(assignable, rules).forEach((rule, reason) -> {
            throw new Rejected(reason, name(rule));
        });
        var customers = Objects.requireNonNull(tables.tables().get(Subject.CUSTOMER));
        var together = selections.togetherOn(
                day, Subject.CUSTOMER, rules.stream().map(Rule::criteria).toList(), instead);
        var fits = new ArrayList<Condition>();
        for (var index = 0; index < rules.size(); index++) {
            var rule = rules.get(index);
            var fit = together.each().get(index);
            fits.add(rule.newOnly() ? fit.and(isNew(customers, lastRun == null ? rule.createdAt() : lastRun)) : fit);
        }
        return new Decision(
                assignable,
                rules,
                together,
                fits,
                customers,
                Decisions.<CompanyId>column(customers, "company_id").eq(company.id()));
    }

    /** The rules that mean nothing any more, each with the key of the reason. */
    Map<Rule, String> broken(Assignable assignable, List<Rule> rules) {
        var values = assignable.choices().stream().map(Indicator.Choice::value).collect(toSet());
        var problems = selections.problems(
                Subject.CUSTOMER, rules.stream().map(Rule::criteria).toList());
        var broken = new LinkedHashMap<Rule, String>();
        for (var index = 0; index < rules.size(); index++) {
            var rule = rules.get(index);
            if (!values.contains(rule.value())) {
                broken.put(rule, "criteria.rules.broken.value");
            } else if (problems.get(index).isPresent()) {
                broken.put(rule, "criteria.rules.broken.search");
            }
        }
        return broken;
    }

    private static String name(Rule rule) {
        return rule.searchName() == null ? Integer.toString(rule.position()) : rule.searchName();
    }

    private static Condition isNew(Table<?> customers, Instant since) {
        return Decisions.<OffsetDateTime>column(customers, "created_at")
                .gt(OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
    }

    @SuppressWarnings("unchecked") // Generated so.
    private static <T> Field<T> column(Table<?> table, String column) {
        return (Field<T>) Objects.requireNonNull(table.field(column));
    }
}
