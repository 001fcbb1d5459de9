package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;
import static java.math.BigDecimal.ZERO;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The statements of customers on any day, rebuilt from the history of the items. */
@Component
public class Statements {
    /** More than anyone reads on a page; files have them all. */
    static final int LINES = 1_000;

    private static final Field<BigDecimal> OPEN = coalesce(ITEM_PERIOD.OPEN_AMOUNT, ZERO);
    private static final Field<LocalDate> DUE = coalesce(ITEM_PERIOD.DUE_DATE, ITEM.DUE_DATE);

    private final DSLContext sql;

    public Statements(DSLContext sql) {
        this.sql = sql;
    }

    /** For a page: the first thousand lines, the subtotals of all. */
    @Transactional(readOnly = true)
    public Statement of(CustomerId customer, LocalDate asOf, Statement.Shown shown) {
        return of(customer, asOf, shown, LINES);
    }

    /** For a file: every line. */
    @Transactional(readOnly = true)
    public Statement whole(CustomerId customer, LocalDate asOf, Statement.Shown shown) {
        return of(customer, asOf, shown, Integer.MAX_VALUE - 1);
    }

    private Statement of(CustomerId customer, LocalDate asOf, Statement.Shown shown, int limit) {
        var section = section(asOf);
        var clearedOn = when(section.eq(Statement.Section.CLEARED.ordinal()), ITEM.CLEARED_ON);
        var lines = from(
                        asOf,
                        ITEM.ID,
                        section,
                        ITEM.KIND,
                        ITEM.NUMBER,
                        ITEM.ISSUE_DATE,
                        DUE,
                        ITEM.DUE_DATE_ASSUMED,
                        ITEM.ORIGINAL_AMOUNT,
                        OPEN,
                        ITEM.CURRENCY,
                        clearedOn,
                        ITEM.PURCHASE_ORDER)
                .where(belongsTo(customer))
                .and(shows(shown, asOf))
                .orderBy(section, clearedOn.desc().nullsLast(), DUE, ITEM.NUMBER, ITEM.ID)
                .limit(limit + 1)
                .fetch(row -> new Statement.Line(
                        row.get(ITEM.ID),
                        Statement.Section.values()[row.get(section)],
                        ItemKind.valueOf(row.get(ITEM.KIND)),
                        row.get(ITEM.NUMBER),
                        row.get(ITEM.ISSUE_DATE),
                        row.get(DUE),
                        row.get(ITEM.DUE_DATE_ASSUMED),
                        row.get(ITEM.ORIGINAL_AMOUNT),
                        row.get(OPEN),
                        row.get(ITEM.CURRENCY),
                        row.get(clearedOn),
                        row.get(ITEM.PURCHASE_ORDER)));
        var open = sum(OPEN);
        var items = count();
        var subtotals = from(asOf, section, ITEM.CURRENCY, items, open)
                .where(belongsTo(customer))
                .and(shows(shown, asOf))
                .groupBy(section, ITEM.CURRENCY)
                .orderBy(section, ITEM.CURRENCY)
                .fetch(row -> new Statement.Subtotal(
                        Statement.Section.values()[row.get(section)],
                        row.get(ITEM.CURRENCY),
                        row.get(items),
                        row.get(open)));
        var isCut = lines.size() > limit;
        return new Statement(asOf, isCut ? lines.subList(0, limit) : lines, subtotals, isCut);
    }

    private SelectOnConditionStep<Record> from(LocalDate asOf, SelectField<?>... fields) {
        return sql.select(fields)
                .from(ITEM)
                .leftJoin(ITEM_PERIOD)
                .on(ITEM_PERIOD.TENANT_ID.eq(ITEM.TENANT_ID))
                .and(ITEM_PERIOD.ITEM_ID.eq(ITEM.ID))
                .and(ITEM_PERIOD.VALID_FROM.le(asOf))
                .and(ITEM_PERIOD.VALID_TO.gt(asOf));
    }

    private static Condition belongsTo(CustomerId customer) {
        return ITEM.TENANT_ID.eq(CurrentTenant.id()).and(ITEM.CUSTOMER_ID.eq(customer));
    }

    private static Condition shows(Statement.Shown shown, LocalDate asOf) {
        var open = ITEM_PERIOD.ITEM_ID.isNotNull();
        var cleared = ITEM_PERIOD.ITEM_ID.isNull().and(ITEM.ISSUE_DATE.le(asOf));
        return switch (shown) {
            case OPEN -> open;
            case CLEARED -> cleared;
            case ALL -> open.or(cleared);
        };
    }

    /** The ordinal of the section: literals, so that the same expression serves for grouping. */
    private static Field<Integer> section(LocalDate asOf) {
        return when(ITEM_PERIOD.ITEM_ID.isNull(), inline(Statement.Section.CLEARED.ordinal()))
                .when(
                        ITEM.KIND.eq(inline(ItemKind.DOWN_PAYMENT_REQUEST.name())),
                        inline(Statement.Section.MEMO.ordinal()))
                .when(ITEM_PERIOD.OPEN_AMOUNT.lt(inline(BigDecimal.ZERO)), inline(Statement.Section.CREDITS.ordinal()))
                .when(ITEM_PERIOD.DUE_DATE.lt(inline(asOf)), inline(Statement.Section.OVERDUE.ordinal()))
                .otherwise(inline(Statement.Section.NOT_DUE.ordinal()));
    }
}
