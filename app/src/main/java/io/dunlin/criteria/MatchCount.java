package io.dunlin.criteria;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CompanyId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many subjects of a company meet criteria, and how long it took to find out. */
@Component
public class MatchCount {
    private final DSLContext sql;
    private final Selections selections;
    private final SubjectTables tables;
    private final Clock clock;

    public MatchCount(DSLContext sql, Selections selections, SubjectTables tables, Clock clock) {
        this.sql = sql;
        this.selections = selections;
        this.tables = tables;
        this.clock = clock;
    }

    /** @param all how many there are without criteria */
    public record Matches(int found, int all, Duration time) {}

    @Transactional(readOnly = true, noRollbackFor = BadCriteria.class)
    public Matches of(Subject subject, Criteria criteria, Company company) {
        var begin = System.nanoTime();
        var found = count(subject, criteria, company);
        var all = count(subject, new Criteria.All(List.of()), company);
        var counts = sql.select(field(found), field(all)).fetchSingle();
        return new Matches(counts.value1(), counts.value2(), Duration.ofNanos(System.nanoTime() - begin));
    }

    private Select<Record1<Integer>> count(Subject subject, Criteria criteria, Company company) {
        var selection = selections.of(subject, criteria, company.today(clock));
        return selectCount()
                .from(selection.from())
                .where(selection.where())
                .and(isOf(company, Objects.requireNonNull(tables.tables().get(subject))));
    }

    /** A debtor belongs to no company. */
    @SuppressWarnings("unchecked") // Generated so for every table of a company.
    private static Condition isOf(Company company, Table<?> table) {
        var column = (Field<CompanyId>) table.field("company_id");
        return column == null ? DSL.noCondition() : column.eq(company.id());
    }
}
