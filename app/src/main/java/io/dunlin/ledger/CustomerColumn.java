package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerAssignment.CUSTOMER_ASSIGNMENT;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.CustomerGroup.CUSTOMER_GROUP;
import static io.dunlin.ledger.tables.GroupMember.GROUP_MEMBER;
import static io.dunlin.tenancy.tables.UserAccount.USER_ACCOUNT;
import static org.jooq.impl.DSL.listAgg;
import static org.jooq.impl.DSL.select;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Scope;
import io.dunlin.web.Column.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A column that a list of customers can have besides its usual ones; amounts in the company's currency.
 *
 * @param key in addresses; the text has the key {@code ledger.customers.column.<key>}, custom fields have the tenant's label
 * @param value beside the rows of a scope over customers or their facts
 * @param indicator which it shows; null: one that is made for the list
 */
public record CustomerColumn(
        String key,
        Kind kind,
        Function<Scope, Field<?>> value,
        @Nullable Indicator indicator) {
    private static final List<CustomerColumn> OWN = all();

    private CustomerColumn(String key, Kind kind, TableField<?, ?> column) {
        this(key, kind, scope -> scope.of(column), null);
    }

    private CustomerColumn(String key, Field<String> aboutCustomer) {
        this(
                key,
                Kind.TEXT,
                scope -> {
                    scope.need(CUSTOMER);
                    return aboutCustomer;
                },
                null);
    }

    private static List<CustomerColumn> all() {
        var all = new ArrayList<>(List.of(
                new CustomerColumn("notDue", Kind.AMOUNT, CUSTOMER_FACT.NOT_DUE),
                new CustomerColumn("overdue1", Kind.AMOUNT, CUSTOMER_FACT.OVERDUE_1),
                new CustomerColumn("overdue2", Kind.AMOUNT, CUSTOMER_FACT.OVERDUE_2),
                new CustomerColumn("overdue3", Kind.AMOUNT, CUSTOMER_FACT.OVERDUE_3),
                new CustomerColumn("overdue4", Kind.AMOUNT, CUSTOMER_FACT.OVERDUE_4),
                new CustomerColumn("overdue5", Kind.AMOUNT, CUSTOMER_FACT.OVERDUE_5),
                new CustomerColumn("overdue6", Kind.AMOUNT, CUSTOMER_FACT.OVERDUE_6),
                new CustomerColumn("credits", Kind.AMOUNT, CUSTOMER_FACT.CREDITS),
                new CustomerColumn("openItems", Kind.COUNT, CUSTOMER_FACT.OPEN_ITEMS),
                new CustomerColumn("sales", Kind.AMOUNT, CUSTOMER_FACT.SALES_12_MONTHS),
                new CustomerColumn("exposure", Kind.AMOUNT, CUSTOMER_FACT.LARGEST_EXPOSURE),
                new CustomerColumn("groups", groups()),
                new CustomerColumn("orderBacklog", Kind.AMOUNT, CUSTOMER_FACT.ORDER_BACKLOG),
                new CustomerColumn("lastPayment", Kind.DATE, CUSTOMER_FACT.LAST_PAYMENT_DATE),
                new CustomerColumn("collector", collector()),
                new CustomerColumn("country", Kind.TEXT, CUSTOMER.COUNTRY),
                new CustomerColumn("zip", Kind.TEXT, CUSTOMER.ZIP),
                new CustomerColumn("phone", Kind.TEXT, CUSTOMER.PHONE),
                new CustomerColumn("language", Kind.TEXT, CUSTOMER.LANGUAGE),
                new CustomerColumn("legalId", Kind.TEXT, CUSTOMER.LEGAL_ID),
                new CustomerColumn("vatNumber", Kind.TEXT, CUSTOMER.VAT_NUMBER),
                new CustomerColumn("businessLine", Kind.TEXT, CUSTOMER.BUSINESS_LINE),
                new CustomerColumn("paymentTerms", Kind.TEXT, CUSTOMER.PAYMENT_TERMS),
                new CustomerColumn("paymentMeans", Kind.TEXT, CUSTOMER.PAYMENT_MEANS),
                new CustomerColumn("parentNumber", Kind.TEXT, CUSTOMER.PARENT_NUMBER),
                new CustomerColumn("comment", Kind.TEXT, CUSTOMER.COMMENT)));
        for (var position = 1; position <= CustomFields.EACH; position++) {
            all.add(new CustomerColumn("custom" + position, Kind.TEXT, (TableField<?, ?>)
                    Objects.requireNonNull(CUSTOMER.field("custom_" + position))));
        }
        return List.copyOf(all);
    }

    /** Names of all groups of the customer, by name. */
    private static Field<String> groups() {
        return DSL.field(select(listAgg(CUSTOMER_GROUP.NAME, ", ").withinGroupOrderBy(CUSTOMER_GROUP.NAME))
                .from(GROUP_MEMBER)
                .join(CUSTOMER_GROUP)
                .on(CUSTOMER_GROUP.TENANT_ID.eq(GROUP_MEMBER.TENANT_ID))
                .and(CUSTOMER_GROUP.ID.eq(GROUP_MEMBER.GROUP_ID))
                .where(GROUP_MEMBER.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(GROUP_MEMBER.CUSTOMER_ID.eq(CUSTOMER.ID)));
    }

    /** Name of the user who collects from the customer. */
    private static Field<String> collector() {
        return DSL.field(select(USER_ACCOUNT.NAME)
                .from(CUSTOMER_ASSIGNMENT)
                .join(USER_ACCOUNT)
                .on(USER_ACCOUNT.TENANT_ID.eq(CUSTOMER_ASSIGNMENT.TENANT_ID))
                .and(USER_ACCOUNT.ID.eq(CUSTOMER_ASSIGNMENT.COLLECTOR_ID))
                .where(CUSTOMER_ASSIGNMENT.TENANT_ID.eq(CUSTOMER.TENANT_ID))
                .and(CUSTOMER_ASSIGNMENT.CUSTOMER_ID.eq(CUSTOMER.ID)));
    }

    /** Those that are made for the list, in the order in which they are offered; the custom fields last, used or not. */
    static List<CustomerColumn> own() {
        return OWN;
    }

    /** Number of the ageing bracket whose overdue amount it is, from 1; 0 for all others. */
    public int bracket() {
        return indicator == null && key.startsWith("overdue") ? Integer.parseInt(key.substring("overdue".length())) : 0;
    }

    /** Whether the values of all rows make a sum. The peaks of several customers were on different days; debtors have several. */
    boolean addsUp() {
        return indicator == null && (kind == Kind.AMOUNT || kind == Kind.COUNT) && !key.equals("exposure");
    }

    /** Position of the custom field that it is, from 1; 0 for all others. */
    public int customField() {
        return indicator == null && key.startsWith("custom") ? Integer.parseInt(key.substring("custom".length())) : 0;
    }
}
