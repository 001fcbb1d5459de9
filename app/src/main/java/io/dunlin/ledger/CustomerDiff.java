package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerBefore.CUSTOMER_BEFORE;
import static io.dunlin.ledger.tables.Debtor.DEBTOR;
import static io.dunlin.ledger.tables.StageCustomer.STAGE_CUSTOMER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The difference between staged customers and the ledger, and its application. */
final class CustomerDiff {
    private static final Set<String> KEYS = Set.of("code", "code_key");

    private final DSLContext sql;
    private final LoadOrder order;
    private final TenantId tenant = CurrentTenant.id();
    private final OffsetDateTime now;

    CustomerDiff(DSLContext sql, LoadOrder order, Clock clock) {
        this.sql = sql;
        this.order = order;
        this.now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Of rows with the same code the first one counts; the others are taken out and told. */
    List<LoadOutcome.RejectedRow> removeDuplicates() {
        var repeated = name("repeated")
                .fields("code_key", "first_row")
                .as(select(STAGE_CUSTOMER.CODE_KEY, min(STAGE_CUSTOMER.ROW_NUMBER))
                        .from(STAGE_CUSTOMER)
                        .where(staged())
                        .groupBy(STAGE_CUSTOMER.CODE_KEY)
                        .having(count().gt(1)));
        var firstRow = repeated.field("first_row", Long.class);
        return sql.with(repeated)
                .delete(STAGE_CUSTOMER)
                .using(repeated)
                .where(staged())
                .and(STAGE_CUSTOMER.CODE_KEY.eq(repeated.field("code_key", String.class)))
                .and(STAGE_CUSTOMER.ROW_NUMBER.ne(firstRow))
                .returningResult(STAGE_CUSTOMER.ROW_NUMBER, STAGE_CUSTOMER.CODE, firstRow)
                .fetch(row -> new LoadOutcome.RejectedRow(
                        row.value1(),
                        "code",
                        row.value2(),
                        "ledger.load.duplicate",
                        List.of(row.value2(), Long.toString(row.value3()))));
    }

    void forgetEarlierImports() {
        sql.deleteFrom(CUSTOMER_BEFORE)
                .using(CUSTOMER)
                .where(CUSTOMER_BEFORE.TENANT_ID.eq(tenant))
                .and(CUSTOMER_BEFORE.IMPORT_ID.ne(order.importId()))
                .and(inCompany())
                .and(CUSTOMER.ID.eq(CUSTOMER_BEFORE.CUSTOMER_ID))
                .execute();
    }

    /** One debtor for each Legal ID and country that is new to the tenant; returns how many. */
    long createDebtors() {
        var known = DEBTOR.as("known");
        return sql.insertInto(
                        DEBTOR,
                        DEBTOR.TENANT_ID,
                        DEBTOR.NAME,
                        DEBTOR.LEGAL_ID_KEY,
                        DEBTOR.COUNTRY,
                        DEBTOR.CREATED_IMPORT)
                .select(select(
                                val(tenant, DEBTOR.TENANT_ID),
                                max(STAGE_CUSTOMER.NAME),
                                STAGE_CUSTOMER.LEGAL_ID_KEY,
                                country(),
                                val(order.importId()))
                        .from(STAGE_CUSTOMER)
                        .leftJoin(CUSTOMER)
                        .on(isCustomerOfRow())
                        .where(staged())
                        .and(STAGE_CUSTOMER.LEGAL_ID_KEY.isNotNull())
                        .andNotExists(selectOne()
                                .from(known)
                                .where(known.TENANT_ID.eq(tenant))
                                .and(known.LEGAL_ID_KEY.eq(STAGE_CUSTOMER.LEGAL_ID_KEY))
                                .and(known.COUNTRY.isNotDistinctFrom(country())))
                        .groupBy(STAGE_CUSTOMER.LEGAL_ID_KEY, country()))
                .execute();
    }

    void rememberChanged() {
        sql.insertInto(
                        CUSTOMER_BEFORE,
                        CUSTOMER_BEFORE.TENANT_ID,
                        CUSTOMER_BEFORE.IMPORT_ID,
                        CUSTOMER_BEFORE.CUSTOMER_ID,
                        CUSTOMER_BEFORE.ROW)
                .select(select(
                                CUSTOMER.TENANT_ID,
                                val(order.importId()),
                                CUSTOMER.ID,
                                function(name("to_jsonb"), SQLDataType.JSONB, field(name("customer"))))
                        .from(STAGE_CUSTOMER)
                        .join(CUSTOMER)
                        .on(isCustomerOfRow())
                        .leftJoin(DEBTOR)
                        .on(isDebtorOfRow())
                        .where(staged())
                        .and(differs()))
                .execute();
    }

    long updateChanged() {
        var values = new LinkedHashMap<Field<?>, Field<?>>();
        said().forEach((column, said) ->
                values.put(column, DSL.coalesce((Field<Object>) said, (Field<Object>) column)));
        return sql.update(CUSTOMER)
                .set(values)
                .set(CUSTOMER.DEBTOR_ID, coalesce(debtorOfRow(), CUSTOMER.DEBTOR_ID))
                .set(CUSTOMER.CHANGED_IMPORT, val(order.importId()))
                .set(CUSTOMER.CHANGED_AT, val(now))
                .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(1))
                .from(CUSTOMER_BEFORE, STAGE_CUSTOMER)
                .where(staged())
                .and(isCustomerOfRow())
                .and(CUSTOMER_BEFORE.TENANT_ID.eq(tenant))
                .and(CUSTOMER_BEFORE.IMPORT_ID.eq(order.importId()))
                .and(CUSTOMER_BEFORE.CUSTOMER_ID.eq(CUSTOMER.ID))
                .execute();
    }

    /** Customers the ledger does not know; one without Legal ID is its own debtor. */
    long insertNew() {
        var ownDebtor = DSL.sequence(name("ledger", "debtor_id_seq"), Long.class)
                .nextval()
                .coerce(DEBTOR.ID);
        var fresh = name("fresh")
                .asMaterialized(select(STAGE_CUSTOMER.fields())
                        .select(DEBTOR.ID.as("known_debtor"), ownDebtor.as("own_debtor"))
                        .from(STAGE_CUSTOMER)
                        .leftJoin(DEBTOR)
                        .on(isDebtorOfRow())
                        .leftJoin(CUSTOMER)
                        .on(isCustomerOfRow())
                        .where(staged())
                        .and(CUSTOMER.ID.isNull()));
        var knownDebtor = Objects.requireNonNull(fresh.field("known_debtor", DEBTOR.ID.getDataType()));
        var own = Objects.requireNonNull(fresh.field("own_debtor", DEBTOR.ID.getDataType()));
        var debtors = name("debtors")
                .as(insertInto(DEBTOR, DEBTOR.TENANT_ID, DEBTOR.ID, DEBTOR.NAME, DEBTOR.COUNTRY, DEBTOR.CREATED_IMPORT)
                        .select(select(
                                        val(tenant, DEBTOR.TENANT_ID),
                                        own,
                                        fresh.field(STAGE_CUSTOMER.NAME),
                                        fresh.field(STAGE_CUSTOMER.COUNTRY),
                                        val(order.importId()))
                                .from(fresh)
                                .where(knownDebtor.isNull()))
                        .returning(DEBTOR.ID));
        var values = new LinkedHashMap<Field<?>, Field<?>>();
        values.put(CUSTOMER.TENANT_ID, val(tenant, CUSTOMER.TENANT_ID));
        values.put(CUSTOMER.COMPANY_ID, val(order.company().id(), CUSTOMER.COMPANY_ID));
        values.put(CUSTOMER.DEBTOR_ID, coalesce(knownDebtor, own));
        values.put(CUSTOMER.CODE, Objects.requireNonNull(fresh.field(STAGE_CUSTOMER.CODE)));
        values.put(CUSTOMER.CODE_KEY, Objects.requireNonNull(fresh.field(STAGE_CUSTOMER.CODE_KEY)));
        values.put(CUSTOMER.CREATED_IMPORT, val(order.importId()));
        values.put(CUSTOMER.CREATED_AT, val(now));
        values.put(CUSTOMER.CHANGED_AT, val(now));
        said().keySet().forEach(column -> {
            var given = Objects.requireNonNull(fresh.field(column.getName()));
            values.put(
                    column,
                    column.equals(CUSTOMER.BLOCKED)
                            ? coalesce(fresh.field(STAGE_CUSTOMER.BLOCKED), inline(false))
                            : given);
        });
        return sql.with(fresh)
                .with(debtors)
                .insertInto(CUSTOMER, values.keySet())
                .select(select(new ArrayList<>(values.values())).from(fresh))
                .execute();
    }

    /** Columns of a customer and what a staged row says of them; null: nothing. */
    private static Map<Field<?>, Field<?>> said() {
        var said = new LinkedHashMap<Field<?>, Field<?>>();
        for (var column : CUSTOMER.fields()) {
            var staged = STAGE_CUSTOMER.field(column.getName());
            if (staged != null
                            && !KEYS.contains(column.getName())
                            && !column.getName().endsWith("_id")
                    || column.equals(CUSTOMER.LEGAL_ID)) {
                said.put(column, Objects.requireNonNull(STAGE_CUSTOMER.field(column.getName())));
            }
        }
        return said;
    }

    private static Condition differs() {
        var columns = said().entrySet().stream()
                .map(entry -> entry.getValue()
                        .isNotNull()
                        .and(((Field<Object>) entry.getKey()).isDistinctFrom((Field<Object>) entry.getValue())));
        return DSL.or(Stream.concat(columns, Stream.of(DEBTOR.ID.isNotNull().and(DEBTOR.ID.ne(CUSTOMER.DEBTOR_ID))))
                .toList());
    }

    private Field<DebtorId> debtorOfRow() {
        return field(select(DEBTOR.ID).from(DEBTOR).where(isDebtorOfRow()));
    }

    private Condition isDebtorOfRow() {
        return DEBTOR.TENANT_ID
                .eq(tenant)
                .and(DEBTOR.LEGAL_ID_KEY.eq(STAGE_CUSTOMER.LEGAL_ID_KEY))
                .and(DEBTOR.COUNTRY.isNotDistinctFrom(STAGE_CUSTOMER.COUNTRY));
    }

    private static Field<String> country() {
        return STAGE_CUSTOMER.COUNTRY;
    }

    private Condition staged() {
        return STAGE_CUSTOMER.TENANT_ID.eq(tenant).and(STAGE_CUSTOMER.IMPORT_ID.eq(order.importId()));
    }

    private Condition inCompany() {
        return CUSTOMER.TENANT_ID
                .eq(tenant)
                .and(CUSTOMER.COMPANY_ID.eq(order.company().id()));
    }

    private Condition isCustomerOfRow() {
        return inCompany().and(CUSTOMER.CODE_KEY.eq(STAGE_CUSTOMER.CODE_KEY));
    }
}
