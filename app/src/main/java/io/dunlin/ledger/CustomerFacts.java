package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** One row of figures per customer of the scope, written by one statement. */
final class CustomerFacts {
    private static final Name PEAKS = name("largest_exposure_of_customer");
    private static final BigDecimal[] NO_SALES =
            Collections.nCopies(FactScope.MONTHS, BigDecimal.ZERO).toArray(BigDecimal[]::new);

    private final DSLContext sql;
    private final FactScope scope;

    CustomerFacts(DSLContext sql, FactScope scope) {
        this.sql = sql;
        this.scope = scope;
    }

    void rebuild() {
        sql.deleteFrom(CUSTOMER_FACT)
                .where(scope.covers(CUSTOMER_FACT.TENANT_ID, CUSTOMER_FACT.COMPANY_ID, CUSTOMER_FACT.CUSTOMER_ID))
                .execute();
        var figures = new FactFigures(scope).select().asTable("figures");
        var exposure = exposure();
        var values = new LinkedHashMap<TableField<?, ?>, Field<?>>();
        values.put(CUSTOMER_FACT.TENANT_ID, CUSTOMER.TENANT_ID);
        values.put(CUSTOMER_FACT.COMPANY_ID, CUSTOMER.COMPANY_ID);
        values.put(CUSTOMER_FACT.CUSTOMER_ID, CUSTOMER.ID);
        values.put(CUSTOMER_FACT.AS_OF, val(scope.day()));
        FactFigures.COLUMNS.forEach(target -> values.put(target, from(figures, target)));
        values.put(CUSTOMER_FACT.LARGEST_EXPOSURE, from(exposure, CUSTOMER_FACT.LARGEST_EXPOSURE));
        sql.insertInto(CUSTOMER_FACT, values.keySet())
                .select(select(new ArrayList<>(values.values()))
                        .from(CUSTOMER)
                        .leftJoin(figures)
                        .on(customerOf(figures).eq(CUSTOMER.ID))
                        .leftJoin(exposure)
                        .on(customerOf(exposure).eq(CUSTOMER.ID))
                        .where(scope.covers(CUSTOMER.TENANT_ID, CUSTOMER.COMPANY_ID, CUSTOMER.ID)))
                .execute();
    }

    /** For a whole company by a table of its own: PostgreSQL reads with several processes for that, for an insert it does not. */
    private Table<?> exposure() {
        var peaks = new LargestExposure(scope).select();
        if (scope.customers() != null) {
            return peaks.asTable("exposure");
        }
        sql.dropTemporaryTableIfExists(PEAKS).execute();
        sql.createTemporaryTable(PEAKS).as(peaks).onCommitDrop().execute();
        return DSL.select(
                        field(CUSTOMER_FACT.CUSTOMER_ID.getUnqualifiedName(), CUSTOMER_FACT.CUSTOMER_ID.getDataType()),
                        field(CUSTOMER_FACT.LARGEST_EXPOSURE.getUnqualifiedName(), SQLDataType.NUMERIC))
                .from(PEAKS)
                .asTable("exposure");
    }

    private static Field<CustomerId> customerOf(Table<?> source) {
        return Objects.requireNonNull(
                source.field(CUSTOMER_FACT.CUSTOMER_ID.getUnqualifiedName(), CUSTOMER_FACT.CUSTOMER_ID.getDataType()));
    }

    /** A customer without items has zeros, and empty dates and averages. */
    private static <T> Field<T> from(Table<?> source, TableField<?, T> target) {
        DataType<T> type = target.getDataType();
        var value = Objects.requireNonNull(source.field(name(target.getName()), type));
        if (type.nullable()) {
            return value;
        }
        return type.isArray()
                ? coalesce(value, DSL.val(NO_SALES).cast(type))
                : coalesce(value, inline(BigDecimal.ZERO).cast(type));
    }
}
