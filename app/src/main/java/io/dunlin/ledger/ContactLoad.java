package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Contact.CONTACT;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.StageContact.STAGE_CONTACT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** One file of contacts on its way into the ledger: {@link #add} every row, then {@link #apply} once. */
public final class ContactLoad implements AutoCloseable {
    /** So many that the planner must be told. */
    private static final int MANY = 1000;

    private final DSLContext sql;
    private final LoadOrder order;
    private final TenantId tenant = CurrentTenant.id();
    private final TextCopy copy;
    private long rows;

    ContactLoad(DSLContext sql, LoadOrder order) {
        this.sql = sql;
        this.order = order;
        this.copy = Staging.into(sql, STAGE_CONTACT, Arrays.asList(STAGE_CONTACT.fields()));
    }

    /** Stages the row. */
    public void add(ContactRow row) {
        copy.add(tenant.value())
                .add(order.importId())
                .add(row.rowNumber())
                .add(row.customerCode().strip())
                .add(ItemIdentity.key(row.customerCode()))
                .add(row.name())
                .add(row.firstName())
                .add(row.title())
                .add(row.position())
                .add(row.email())
                .add(row.phone())
                .add(row.mobile())
                .add(row.fax())
                .add(row.forCollection());
        rows++;
        copy.endRow();
    }

    /** Adds the contacts that do not exist yet. An account that has its contact for collection keeps it. */
    public LoadOutcome apply(Consumer<String> step) {
        copy.end();
        step.accept("ledger.load.step.compare");
        Staging.refreshStatistics(sql);
        if (rows >= MANY) {
            // A connection that has met few customers so far would look for that of each contact among all of them.
            Staging.refreshLedgerStatistics(sql);
        }
        var rejected = removeWithoutCustomer();
        step.accept("ledger.load.step.apply");
        var added = insertNew();
        return new LoadOutcome(added, 0, rows - rejected.size() - added, 0, rejected);
    }

    private List<LoadOutcome.RejectedRow> removeWithoutCustomer() {
        return sql.deleteFrom(STAGE_CONTACT)
                .where(staged())
                .and(notExists(selectOne().from(CUSTOMER).where(isCustomerOfRow())))
                .returningResult(STAGE_CONTACT.ROW_NUMBER, STAGE_CONTACT.CUSTOMER_CODE)
                .fetch(row -> new LoadOutcome.RejectedRow(
                        row.value1(),
                        "customer_code",
                        row.value2(),
                        "ledger.load.unknownCustomer",
                        List.of(row.value2())));
    }

    private long insertNew() {
        var rivals = CONTACT.as("rivals");
        var taken = selectOne()
                .from(rivals)
                .where(rivals.TENANT_ID.eq(tenant))
                .and(rivals.CUSTOMER_ID.eq(CUSTOMER.ID))
                .and(rivals.FOR_COLLECTION);
        var firstMarked = rowNumber()
                .over()
                .partitionBy(CUSTOMER.ID, STAGE_CONTACT.FOR_COLLECTION)
                .orderBy(STAGE_CONTACT.ROW_NUMBER);
        var forCollection =
                condition(STAGE_CONTACT.FOR_COLLECTION).and(firstMarked.eq(1)).and(notExists(taken));
        return sql.insertInto(
                        CONTACT,
                        CONTACT.TENANT_ID,
                        CONTACT.CUSTOMER_ID,
                        CONTACT.NAME,
                        CONTACT.FIRST_NAME,
                        CONTACT.TITLE,
                        CONTACT.POSITION,
                        CONTACT.EMAIL,
                        CONTACT.PHONE,
                        CONTACT.MOBILE,
                        CONTACT.FAX,
                        CONTACT.FOR_COLLECTION,
                        CONTACT.CREATED_IMPORT)
                .select(select(
                                CUSTOMER.TENANT_ID,
                                CUSTOMER.ID,
                                STAGE_CONTACT.NAME,
                                STAGE_CONTACT.FIRST_NAME,
                                STAGE_CONTACT.TITLE,
                                STAGE_CONTACT.POSITION,
                                STAGE_CONTACT.EMAIL,
                                STAGE_CONTACT.PHONE,
                                STAGE_CONTACT.MOBILE,
                                STAGE_CONTACT.FAX,
                                when(forCollection, inline(true)).otherwise(inline(false)),
                                val(order.importId()))
                        .from(STAGE_CONTACT)
                        .join(CUSTOMER)
                        .on(isCustomerOfRow())
                        .where(staged())
                        .and(notExists(selectOne()
                                .from(CONTACT)
                                .where(CONTACT.TENANT_ID.eq(tenant))
                                .and(CONTACT.CUSTOMER_ID.eq(CUSTOMER.ID))
                                .and(same(CONTACT.NAME, STAGE_CONTACT.NAME))
                                .and(same(CONTACT.FIRST_NAME, STAGE_CONTACT.FIRST_NAME))
                                .and(same(CONTACT.EMAIL, STAGE_CONTACT.EMAIL)))))
                .execute();
    }

    @Override
    public void close() {
        copy.cancel();
    }

    private static Condition same(Field<String> known, Field<String> given) {
        return lower(coalesce(known, "")).eq(lower(coalesce(given, "")));
    }

    private Condition staged() {
        return STAGE_CONTACT.TENANT_ID.eq(tenant).and(STAGE_CONTACT.IMPORT_ID.eq(order.importId()));
    }

    private Condition isCustomerOfRow() {
        return CUSTOMER.TENANT_ID
                .eq(tenant)
                .and(CUSTOMER.COMPANY_ID.eq(order.company().id()))
                .and(CUSTOMER.CODE_KEY.eq(STAGE_CONTACT.CUSTOMER_KEY));
    }
}
