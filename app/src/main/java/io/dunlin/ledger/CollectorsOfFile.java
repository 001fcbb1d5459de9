package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerAssignment.CUSTOMER_ASSIGNMENT;
import static io.dunlin.ledger.tables.StageCustomer.STAGE_CUSTOMER;
import static io.dunlin.tenancy.tables.UserAccount.USER_ACCOUNT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trim;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.UserId;
import java.util.List;
import java.util.Objects;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The collectors that a file of customers names, by e-mail address or name. A customer without one keeps the one it has. */
final class CollectorsOfFile {
    private static final Field<String> TEXT = lower(trim(STAGE_CUSTOMER.COLLECTOR));

    private final DSLContext sql;
    private final LoadOrder order;
    private final TenantId tenant = CurrentTenant.id();

    CollectorsOfFile(DSLContext sql, LoadOrder order) {
        this.sql = sql;
        this.order = order;
    }

    /** Returns a remark for each row that names nobody, or more than one. */
    List<LoadOutcome.RejectedRow> apply() {
        if (!order.fields().contains("collector")) {
            return List.of();
        }
        var before = new AssignmentsBefore(sql, order);
        before.forgetEarlierImports();
        before.remember(select(CUSTOMER.ID)
                .from(STAGE_CUSTOMER)
                .join(CUSTOMER)
                .on(isCustomerOfRow())
                .where(staged())
                .and(STAGE_CUSTOMER.COLLECTOR.isNotNull()));
        assign();
        return remarks();
    }

    private void assign() {
        var person = people();
        sql.with(person)
                .insertInto(
                        CUSTOMER_ASSIGNMENT,
                        CUSTOMER_ASSIGNMENT.TENANT_ID,
                        CUSTOMER_ASSIGNMENT.CUSTOMER_ID,
                        CUSTOMER_ASSIGNMENT.COLLECTOR_ID)
                .select(select(CUSTOMER.TENANT_ID, CUSTOMER.ID, userOf(person))
                        .from(STAGE_CUSTOMER)
                        .join(CUSTOMER)
                        .on(isCustomerOfRow())
                        .join(person)
                        .on(textOf(person).eq(TEXT))
                        .where(staged())
                        .and(countOf(person).eq(1)))
                .onConflict(CUSTOMER_ASSIGNMENT.TENANT_ID, CUSTOMER_ASSIGNMENT.CUSTOMER_ID)
                .doUpdate()
                .set(CUSTOMER_ASSIGNMENT.COLLECTOR_ID, excluded(CUSTOMER_ASSIGNMENT.COLLECTOR_ID))
                .execute();
    }

    private List<LoadOutcome.RejectedRow> remarks() {
        var person = people();
        return sql.with(person)
                .select(STAGE_CUSTOMER.ROW_NUMBER, STAGE_CUSTOMER.COLLECTOR, countOf(person))
                .from(STAGE_CUSTOMER)
                .leftJoin(person)
                .on(textOf(person).eq(TEXT))
                .where(staged())
                .and(STAGE_CUSTOMER.COLLECTOR.isNotNull())
                .and(countOf(person).isDistinctFrom(1))
                .fetch(row -> new LoadOutcome.RejectedRow(
                        row.value1(),
                        "collector",
                        row.value2(),
                        row.value3() == null ? "ledger.load.unknownCollector" : "ledger.load.severalCollectors",
                        List.of(row.value2())));
    }

    /** How users are named, each text with the number of users that it names. */
    private CommonTableExpression<?> people() {
        var texts = select(lower(USER_ACCOUNT.EMAIL).as("called"), USER_ACCOUNT.ID)
                .from(USER_ACCOUNT)
                .where(USER_ACCOUNT.TENANT_ID.eq(tenant))
                .union(select(lower(USER_ACCOUNT.NAME), USER_ACCOUNT.ID)
                        .from(USER_ACCOUNT)
                        .where(USER_ACCOUNT.TENANT_ID.eq(tenant)))
                .asTable("texts");
        var called = Objects.requireNonNull(texts.field("called", String.class));
        return name("person")
                .as(select(
                                called,
                                count().as("users"),
                                min(Objects.requireNonNull(texts.field(USER_ACCOUNT.ID)))
                                        .as("user_id"))
                        .from(texts)
                        .groupBy(called));
    }

    private static Field<String> textOf(CommonTableExpression<?> person) {
        return Objects.requireNonNull(person.field("called", String.class));
    }

    private static Field<Integer> countOf(CommonTableExpression<?> person) {
        return Objects.requireNonNull(person.field("users", Integer.class));
    }

    private static Field<UserId> userOf(CommonTableExpression<?> person) {
        return Objects.requireNonNull(person.field("user_id", USER_ACCOUNT.ID.getDataType()));
    }

    private Condition staged() {
        return STAGE_CUSTOMER.TENANT_ID.eq(tenant).and(STAGE_CUSTOMER.IMPORT_ID.eq(order.importId()));
    }

    private Condition isCustomerOfRow() {
        return CUSTOMER.TENANT_ID
                .eq(tenant)
                .and(CUSTOMER.COMPANY_ID.eq(order.company().id()))
                .and(CUSTOMER.CODE_KEY.eq(STAGE_CUSTOMER.CODE_KEY));
    }
}
