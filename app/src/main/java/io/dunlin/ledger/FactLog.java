package io.dunlin.ledger;

import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.CustomerFactLog.CUSTOMER_FACT_LOG;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.trueCondition;

import io.dunlin.database.Planning;
import io.dunlin.ledger.tables.CustomerFactLog;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the facts of customers were on earlier days. As a day begins, those are added that have become others; facts of before the log
 * began are derived from the items, for the first of each of the last twelve months and the Mondays of the last thirteen weeks.
 */
@Component
public class FactLog {
    private static final String DERIVED = "derived_fact";
    private static final List<TableField<?, ?>> COLUMNS = Arrays.stream(CUSTOMER_FACT_LOG.fields())
            .<TableField<?, ?>>map(column -> (TableField<?, ?>) column)
            .toList();
    private static final Set<TableField<?, ?>> KEY = Set.of(
            CUSTOMER_FACT_LOG.TENANT_ID,
            CUSTOMER_FACT_LOG.CUSTOMER_ID,
            CUSTOMER_FACT_LOG.COMPANY_ID,
            CUSTOMER_FACT_LOG.AS_OF);
    private static final List<TableField<?, ?>> FIGURES =
            COLUMNS.stream().filter(column -> !KEY.contains(column)).toList();
    private static final int WEEKS = 13;
    private static final int MONTHS = 12;

    private final DSLContext sql;

    public FactLog(DSLContext sql) {
        this.sql = sql;
    }

    /** Adds what the facts have become by their day; where nothing was ever added, what they were before. */
    @Transactional
    public void add(Company company, LocalDate today) {
        if (!hasBegun(company)) {
            daysBefore(today).forEach(day -> derive(company, day));
        }
        add(company, CUSTOMER_FACT, today);
    }

    private boolean hasBegun(Company company) {
        return sql.fetchExists(selectFrom(CUSTOMER_FACT_LOG)
                .where(CUSTOMER_FACT_LOG.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_FACT_LOG.COMPANY_ID.eq(company.id())));
    }

    /** The earliest first. */
    static List<LocalDate> daysBefore(LocalDate today) {
        var monday = today.with(TemporalAdjusters.previous(DayOfWeek.MONDAY));
        var weeks = Stream.iterate(monday, day -> day.minusWeeks(1)).limit(WEEKS);
        var months = Stream.iterate(today.withDayOfMonth(1), day -> day.minusMonths(1))
                .filter(day -> day.isBefore(today))
                .limit(MONTHS);
        return Stream.concat(weeks, months).distinct().sorted().toList();
    }

    private void derive(Company company, LocalDate day) {
        var scope = new FactScope(company, day, null, CurrencyFactors.lookedUp(sql, company, day));
        Planning.withoutNestedLoops(sql, () -> new CustomerFacts(sql, scope).keepApart(DERIVED));
        add(company, DSL.table(name(DERIVED)), day);
    }

    /** Of the same day again, once more from the start. */
    private void add(Company company, Table<?> facts, LocalDate day) {
        sql.deleteFrom(CUSTOMER_FACT_LOG)
                .where(CUSTOMER_FACT_LOG.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_FACT_LOG.COMPANY_ID.eq(company.id()))
                .and(CUSTOMER_FACT_LOG.AS_OF.eq(day))
                .execute();
        var last = CUSTOMER_FACT_LOG.as("last");
        var before = lateral(selectFrom(last)
                        .where(last.TENANT_ID.eq(CurrentTenant.id()))
                        .and(last.CUSTOMER_ID.eq(of(facts, CUSTOMER_FACT_LOG.CUSTOMER_ID)))
                        .and(last.AS_OF.lt(day))
                        .orderBy(last.AS_OF.desc())
                        .limit(1))
                .as("last");
        sql.insertInto(CUSTOMER_FACT_LOG)
                .columns(COLUMNS)
                .select(select(COLUMNS.stream().map(column -> of(facts, column)).toList())
                        .from(facts)
                        .leftJoin(before)
                        .on(trueCondition())
                        .where(of(facts, CUSTOMER_FACT_LOG.TENANT_ID).eq(CurrentTenant.id()))
                        .and(of(facts, CUSTOMER_FACT_LOG.COMPANY_ID).eq(company.id()))
                        .and(of(facts, CUSTOMER_FACT_LOG.AS_OF).eq(day))
                        .and(row(FIGURES.stream()
                                        .map(column -> of(facts, column))
                                        .toList())
                                .isDistinctFrom(row(FIGURES.stream()
                                        .map(column -> unchanged(last, column, day))
                                        .toList()))))
                .execute();
    }

    /** What the figure would be on the day if nothing had happened since. */
    private static Field<?> unchanged(CustomerFactLog last, TableField<?, ?> column, LocalDate day) {
        return column.equals(CUSTOMER_FACT_LOG.UNPAID_WEIGHTED)
                ? DelayColumns.grown(last.UNPAID_WEIGHTED, last.UNPAID_AMOUNT, last.AS_OF, day)
                : of(last, column);
    }

    private static <T> Field<T> of(Table<?> table, TableField<?, T> column) {
        return field(name(table.getName(), column.getName()), column.getDataType());
    }
}
