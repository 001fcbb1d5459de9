package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Debtor.DEBTOR;
import static io.dunlin.ledger.tables.StageItem.STAGE_ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Customers that a file of items names and the ledger does not know: each is created, and is its own debtor until a Legal ID says otherwise. */
final class NewCustomers {
    private final DSLContext sql;
    private final LoadOrder order;
    private final OffsetDateTime now;

    NewCustomers(DSLContext sql, LoadOrder order, Clock clock) {
        this.sql = sql;
        this.order = order;
        this.now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** How many it created. */
    int create() {
        var tenant = CurrentTenant.id();
        var company = order.company().id();
        // The debtor's number is drawn here, so that debtor and customer can be written by one statement.
        var debtorNumber = DSL.sequence(name("ledger", "debtor_id_seq"), Long.class)
                .nextval()
                .coerce(DEBTOR.ID);
        var code = min(STAGE_ITEM.CUSTOMER_CODE);
        var title = coalesce(max(STAGE_ITEM.CUSTOMER_NAME), min(STAGE_ITEM.CUSTOMER_CODE));
        var named = name("named")
                .fields("code_key", "code", "title")
                .as(select(STAGE_ITEM.CUSTOMER_KEY, code, title)
                        .from(STAGE_ITEM)
                        .where(STAGE_ITEM.TENANT_ID.eq(tenant))
                        .and(STAGE_ITEM.IMPORT_ID.eq(order.importId()))
                        .andNotExists(selectOne()
                                .from(CUSTOMER)
                                .where(CUSTOMER.TENANT_ID.eq(tenant))
                                .and(CUSTOMER.COMPANY_ID.eq(company))
                                .and(CUSTOMER.CODE_KEY.eq(STAGE_ITEM.CUSTOMER_KEY)))
                        .groupBy(STAGE_ITEM.CUSTOMER_KEY));
        var fresh = name("fresh")
                .fields("debtor_id", "code_key", "code", "title")
                .asMaterialized(select(
                                debtorNumber,
                                named.field("code_key", String.class),
                                named.field("code", String.class),
                                named.field("title", String.class))
                        .from(named)
                        // In order the indexes by code and name grow at their ends, which is faster.
                        .orderBy(named.field("code_key", String.class)));
        var debtorId = fresh.field("debtor_id", DEBTOR.ID.getDataType());
        var debtors = name("debtors")
                .as(insertInto(DEBTOR, DEBTOR.TENANT_ID, DEBTOR.ID, DEBTOR.NAME, DEBTOR.CREATED_IMPORT)
                        .select(select(
                                        val(tenant, DEBTOR.TENANT_ID),
                                        debtorId,
                                        fresh.field("title", String.class),
                                        val(order.importId()))
                                .from(fresh))
                        .returning(DEBTOR.ID));
        var codeOf = Objects.requireNonNull(fresh.field("code", String.class));
        var titleOf = Objects.requireNonNull(fresh.field("title", String.class));
        return sql.with(named)
                .with(fresh)
                .with(debtors)
                .insertInto(
                        CUSTOMER,
                        CUSTOMER.TENANT_ID,
                        CUSTOMER.COMPANY_ID,
                        CUSTOMER.DEBTOR_ID,
                        CUSTOMER.CODE,
                        CUSTOMER.CODE_KEY,
                        CUSTOMER.NAME,
                        CUSTOMER.SEARCH_KEY,
                        CUSTOMER.CREATED_IMPORT,
                        CUSTOMER.CREATED_AT,
                        CUSTOMER.CHANGED_AT)
                .select(select(
                                val(tenant, CUSTOMER.TENANT_ID),
                                val(company, CUSTOMER.COMPANY_ID),
                                debtorId,
                                codeOf,
                                fresh.field("code_key", String.class),
                                titleOf,
                                SearchKeySql.of(titleOf, codeOf),
                                val(order.importId()),
                                val(now),
                                val(now))
                        .from(fresh))
                .execute();
    }
}
