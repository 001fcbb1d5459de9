package io.dunlin.criteria.outside;

import static io.dunlin.criteria.tables.OutsideValue.OUTSIDE_VALUE;
import static io.dunlin.criteria.tables.OutsideValueLog.OUTSIDE_VALUE_LOG;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import io.dunlin.criteria.outside.OutsideSheet.Said;
import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what outside sources have told. */
@Component
public class OutsideSheets {
    private static final Field<Integer> TOLD = field(name("told"), Integer.class);
    private static final Field<Integer> PLACE = field(name("place"), Integer.class);

    private final DSLContext sql;
    private final OutsideIndicators indicators;
    private final Users users;

    public OutsideSheets(DSLContext sql, OutsideIndicators indicators, Users users) {
        this.sql = sql;
        this.indicators = indicators;
        this.users = users;
    }

    /**
     * How much is known by an indicator.
     *
     * @param customers of whom there is a present value
     * @param toldAt when anything was last told; null: never
     */
    public record Known(
            OutsideIndicator indicator,
            int customers,
            @Nullable Instant toldAt) {}

    /** All indicators by name, with what is known of the customers of one company. */
    @Transactional(readOnly = true)
    public List<Known> all(CompanyId company) {
        var known = sql.select(
                        OUTSIDE_VALUE.INDICATOR,
                        count(OUTSIDE_VALUE.TEXT_VALUE)
                                .plus(count(OUTSIDE_VALUE.NUMBER_VALUE))
                                .plus(count(OUTSIDE_VALUE.DATE_VALUE)),
                        max(OUTSIDE_VALUE.TOLD_AT))
                .from(OUTSIDE_VALUE)
                .where(OUTSIDE_VALUE.TENANT_ID.eq(CurrentTenant.id()))
                .and(OUTSIDE_VALUE.COMPANY_ID.eq(company))
                .groupBy(OUTSIDE_VALUE.INDICATOR)
                .fetch()
                .intoMap(OUTSIDE_VALUE.INDICATOR);
        return indicators.all().stream()
                .map(indicator -> {
                    var row = known.get(indicator.code());
                    return row == null
                            ? new Known(indicator, 0, null)
                            : new Known(indicator, row.value2(), row.value3().toInstant());
                })
                .toList();
    }

    /**
     * All indicators by name, with what is known of one customer.
     *
     * @param customer its number
     */
    @Transactional(readOnly = true)
    public List<OutsideSheet> of(long customer) {
        var present = present(customer);
        var history = history(customer);
        return indicators.all().stream()
                .map(indicator -> sheet(
                        indicator, present.get(indicator.code()), history.getOrDefault(indicator.code(), List.of())))
                .toList();
    }

    private static OutsideSheet sheet(OutsideIndicator indicator, @Nullable Said now, List<Past> history) {
        return new OutsideSheet(
                indicator,
                now,
                history.stream().map(Past::said).toList(),
                history.isEmpty() ? 0 : history.getFirst().told());
    }

    private Map<String, Said> present(long customer) {
        return sql.selectFrom(OUTSIDE_VALUE)
                .where(OUTSIDE_VALUE.TENANT_ID.eq(CurrentTenant.id()))
                .and(OUTSIDE_VALUE.SUBJECT_ID.eq(customer))
                .fetchMap(
                        OUTSIDE_VALUE.INDICATOR,
                        row -> new Said(
                                text(row, OUTSIDE_VALUE),
                                row.get(OUTSIDE_VALUE.SINCE),
                                row.get(OUTSIDE_VALUE.TOLD_AT).toInstant(),
                                row.get(OUTSIDE_VALUE.SOURCE),
                                null));
    }

    /** @param told how often anything was told by the same indicator */
    private record Past(Said said, int told) {}

    private Map<String, List<Past>> history(long customer) {
        var names = users.all().stream().collect(toMap(User::id, User::name));
        var placed = placed(customer).asTable("placed");
        return sql.select(placed.fields())
                .from(placed)
                .where(PLACE.le(OutsideSheet.SHOWN))
                .orderBy(PLACE)
                .fetchGroups(
                        placed.field(OUTSIDE_VALUE_LOG.INDICATOR),
                        row -> new Past(
                                new Said(
                                        text(row, OUTSIDE_VALUE_LOG),
                                        row.get(OUTSIDE_VALUE_LOG.DAY),
                                        row.get(OUTSIDE_VALUE_LOG.TOLD_AT).toInstant(),
                                        row.get(OUTSIDE_VALUE_LOG.SOURCE),
                                        row.get(OUTSIDE_VALUE_LOG.USER_ID) == null
                                                ? null
                                                : names.get(row.get(OUTSIDE_VALUE_LOG.USER_ID))),
                                row.get(TOLD)));
    }

    /** All that was told of the customer, counted and numbered by indicator, the latest first. */
    private static Select<Record> placed(long customer) {
        return select(OUTSIDE_VALUE_LOG.fields())
                .select(
                        count().over(partitionBy(OUTSIDE_VALUE_LOG.INDICATOR)).as(TOLD),
                        rowNumber()
                                .over(partitionBy(OUTSIDE_VALUE_LOG.INDICATOR)
                                        .orderBy(OUTSIDE_VALUE_LOG.DAY.desc(), OUTSIDE_VALUE_LOG.ID.desc()))
                                .as(PLACE))
                .from(OUTSIDE_VALUE_LOG)
                .where(OUTSIDE_VALUE_LOG.TENANT_ID.eq(CurrentTenant.id()))
                .and(OUTSIDE_VALUE_LOG.SUBJECT_ID.eq(customer));
    }

    /** Of the columns of the value at most one holds something. */
    private static @Nullable String text(Record row, Table<?> table) {
        return Stream.of(OUTSIDE_VALUE.TEXT_VALUE, OUTSIDE_VALUE.NUMBER_VALUE, OUTSIDE_VALUE.DATE_VALUE)
                .map(column -> row.get(table.field(column.getName())))
                .filter(Objects::nonNull)
                .map(value -> value instanceof BigDecimal number ? number.toPlainString() : value.toString())
                .findFirst()
                .orElse(null);
    }
}
