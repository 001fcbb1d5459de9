package io.dunlin.criteria.outside;

import static io.dunlin.criteria.tables.OutsideValue.OUTSIDE_VALUE;
import static io.dunlin.criteria.tables.OutsideValueLog.OUTSIDE_VALUE_LOG;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.criteria.outside.OutsideValues.Told;
import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.UserId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The values of one indicator that were told for one day. */
record Telling(
        OutsideIndicator indicator,
        String source,
        LocalDate day,
        OffsetDateTime now,
        @Nullable UserId user) {
    private static final Field<Long> SUBJECT = field(name("told", "subject_id"), SQLDataType.BIGINT);
    private static final Field<CompanyId> COMPANY =
            field(name("told", "company_id"), OUTSIDE_VALUE.COMPANY_ID.getDataType());
    private static final Field<String> VALUE = field(name("told", "value"), SQLDataType.CLOB);

    /** How many values are others than the log has for the day. */
    int write(DSLContext sql, List<Told> values) {
        var told = rows(values);
        var changed = log(sql, told);
        keep(sql, told);
        return changed;
    }

    private static Table<Record3<Long, CompanyId, String>> rows(List<Told> told) {
        var subject = unnest(told.stream().map(Told::subject).toArray(Long[]::new))
                .withOrdinality()
                .as("subject", "id", "place");
        var company = unnest(told.stream().map(one -> one.company().value()).toArray(Long[]::new))
                .withOrdinality()
                .as("company", "id", "place");
        var value = unnest(told.stream().map(Told::value).toArray(String[]::new))
                .withOrdinality()
                .as("value", "text", "place");
        var place = name("place");
        return select(
                        field(name("subject", "id"), SQLDataType.BIGINT).as("subject_id"),
                        field(name("company", "id"), OUTSIDE_VALUE.COMPANY_ID.getDataType())
                                .as("company_id"),
                        field(name("value", "text"), SQLDataType.CLOB).as("value"))
                .from(subject)
                .join(company)
                .using(field(place))
                .join(value)
                .using(field(place))
                .asTable("told");
    }

    private int log(DSLContext sql, Table<?> told) {
        return sql.insertInto(
                        OUTSIDE_VALUE_LOG,
                        OUTSIDE_VALUE_LOG.TENANT_ID,
                        OUTSIDE_VALUE_LOG.INDICATOR,
                        OUTSIDE_VALUE_LOG.SUBJECT_ID,
                        OUTSIDE_VALUE_LOG.COMPANY_ID,
                        logged(),
                        OUTSIDE_VALUE_LOG.DAY,
                        OUTSIDE_VALUE_LOG.TOLD_AT,
                        OUTSIDE_VALUE_LOG.SOURCE,
                        OUTSIDE_VALUE_LOG.USER_ID)
                .select(select(
                                val(CurrentTenant.id(), OUTSIDE_VALUE_LOG.TENANT_ID),
                                val(indicator.code()),
                                SUBJECT,
                                COMPANY,
                                value(),
                                val(day),
                                val(now),
                                val(source),
                                val(user, OUTSIDE_VALUE_LOG.USER_ID))
                        .from(told)
                        .where(value().isDistinctFrom(field(loggedOnDay()))))
                .execute();
    }

    private Select<? extends org.jooq.Record1<Object>> loggedOnDay() {
        return select(logged())
                .from(OUTSIDE_VALUE_LOG)
                .where(OUTSIDE_VALUE_LOG.TENANT_ID.eq(CurrentTenant.id()))
                .and(OUTSIDE_VALUE_LOG.INDICATOR.eq(indicator.code()))
                .and(OUTSIDE_VALUE_LOG.SUBJECT_ID.eq(SUBJECT))
                .and(OUTSIDE_VALUE_LOG.DAY.le(day))
                .orderBy(OUTSIDE_VALUE_LOG.DAY.desc(), OUTSIDE_VALUE_LOG.ID.desc())
                .limit(inline(1));
    }

    /** The present value, where none of a later day is known. */
    private void keep(DSLContext sql, Table<?> told) {
        var isNew = present().isDistinctFrom(excluded(present()));
        sql.insertInto(
                        OUTSIDE_VALUE,
                        OUTSIDE_VALUE.TENANT_ID,
                        OUTSIDE_VALUE.INDICATOR,
                        OUTSIDE_VALUE.SUBJECT_ID,
                        OUTSIDE_VALUE.COMPANY_ID,
                        present(),
                        OUTSIDE_VALUE.SINCE,
                        OUTSIDE_VALUE.TOLD_AT,
                        OUTSIDE_VALUE.SOURCE)
                .select(select(
                                val(CurrentTenant.id(), OUTSIDE_VALUE.TENANT_ID),
                                val(indicator.code()),
                                SUBJECT,
                                COMPANY,
                                value(),
                                val(day),
                                val(now),
                                val(source))
                        .from(told))
                .onConflict(OUTSIDE_VALUE.TENANT_ID, OUTSIDE_VALUE.INDICATOR, OUTSIDE_VALUE.SUBJECT_ID)
                .doUpdate()
                .set(Map.<Field<?>, Field<?>>of(present(), excluded(present())))
                .set(
                        OUTSIDE_VALUE.SINCE,
                        when(isNew, excluded(OUTSIDE_VALUE.SINCE)).otherwise(OUTSIDE_VALUE.SINCE))
                .set(OUTSIDE_VALUE.TOLD_AT, excluded(OUTSIDE_VALUE.TOLD_AT))
                .set(OUTSIDE_VALUE.SOURCE, excluded(OUTSIDE_VALUE.SOURCE))
                .where(OUTSIDE_VALUE.SINCE.le(excluded(OUTSIDE_VALUE.SINCE)))
                .execute();
    }

    @SuppressWarnings("unchecked") // The column of the kind takes what is cast to its type.
    private TableField<?, Object> present() {
        return (TableField<?, Object>) OutsideFacts.present(indicator.kind());
    }

    @SuppressWarnings("unchecked")
    private TableField<?, Object> logged() {
        return (TableField<?, Object>) OutsideFacts.logged(indicator.kind());
    }

    private Field<Object> value() {
        return VALUE.cast(present().getDataType());
    }
}
