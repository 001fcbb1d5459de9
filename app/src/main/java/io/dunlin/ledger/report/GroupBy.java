package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerAssignment.CUSTOMER_ASSIGNMENT;
import static io.dunlin.ledger.tables.CustomerGroup.CUSTOMER_GROUP;
import static io.dunlin.ledger.tables.GroupMember.GROUP_MEMBER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.tenancy.tables.UserAccount.USER_ACCOUNT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.dunlin.kernel.SearchKey;
import io.dunlin.ledger.CustomerChoice;
import io.dunlin.reporting.Grouping;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectSelectStep;
import org.jooq.impl.SQLDataType;

/**
 * What the lines of a report stand for.
 *
 * @param value as in the address: the name of the filter that chooses one of the lines
 * @param groups numbers of the only groups that are shown; empty for all
 */
record GroupBy(String value, List<Long> groups) {
    static final GroupBy BY_CUSTOMER = new GroupBy(Slice.CUSTOMER_CODE, List.of());

    static GroupBy of(ReportRequest request) {
        var value = request.value(Grouping.NAME);
        return new GroupBy(
                value == null ? Slice.CUSTOMER_CODE : value,
                request.values(CustomerChoice.GROUP).stream()
                        .filter(group -> !group.equals(CustomerChoice.NONE))
                        .map(Long::valueOf)
                        .toList());
    }

    boolean isCustomer() {
        return value.equals(Slice.CUSTOMER_CODE);
    }

    boolean isSalesManager() {
        return value.equals(Slice.SALES_MANAGER);
    }

    /** Of the joined item, where lines stand for sales managers; else null, so that nobody need join the item. */
    Field<String> salesManager() {
        var value = isSalesManager()
                ? CustomerChoice.value(ITEM.SALES_MANAGER)
                : inline((String) null).cast(SQLDataType.CLOB);
        return value.as(Entries.SALES_MANAGER.getUnqualifiedName());
    }

    /** A customer may be in several groups: its amounts then stand in several lines. */
    boolean isGroup() {
        return value.equals(CustomerChoice.GROUP);
    }

    boolean isCollector() {
        return value.equals(CustomerChoice.COLLECTOR);
    }

    boolean isCountry() {
        return value.equals(CustomerChoice.COUNTRY);
    }

    /** What the filter named {@link #value} is set to for a line; null for those without. */
    Field<String> code() {
        if (isCustomer()) {
            return CUSTOMER.CODE;
        }
        if (isCollector()) {
            return USER_ACCOUNT.ID.cast(SQLDataType.CLOB);
        }
        return isGroup() ? CUSTOMER_GROUP.ID.cast(SQLDataType.CLOB) : label();
    }

    Field<String> label() {
        if (isCustomer()) {
            return CUSTOMER.NAME;
        }
        if (isGroup()) {
            return CUSTOMER_GROUP.NAME;
        }
        if (isCollector()) {
            return USER_ACCOUNT.NAME;
        }
        if (isCountry()) {
            return CustomerChoice.value(CUSTOMER.COUNTRY);
        }
        return isSalesManager()
                ? Entries.SALES_MANAGER
                : CustomerChoice.ownField(Integer.parseInt(value.substring(CustomerChoice.FIELD.length())));
    }

    /** What the rows of a line have in common. A customer's number is compared faster than its texts, which depend on it. */
    List<Field<?>> key() {
        return isCustomer() ? List.of(CUSTOMER.ID, code(), label()) : List.of(code(), label());
    }

    /** The rows of the lines that contain the text. */
    <R extends Record> SelectConditionStep<R> lines(SelectSelectStep<R> select, String text) {
        var from = select.from(table(name(Entries.ALIAS)))
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(Entries.CUSTOMER_ID), CUSTOMER.TENANT_ID.eq(CurrentTenant.id()));
        if (isGroup()) {
            from = from.leftJoin(GROUP_MEMBER)
                    .on(GROUP_MEMBER.TENANT_ID.eq(CurrentTenant.id()), GROUP_MEMBER.CUSTOMER_ID.eq(CUSTOMER.ID))
                    .leftJoin(CUSTOMER_GROUP)
                    .on(CUSTOMER_GROUP.TENANT_ID.eq(CurrentTenant.id()), CUSTOMER_GROUP.ID.eq(GROUP_MEMBER.GROUP_ID));
        }
        if (isCollector()) {
            from = from.leftJoin(CUSTOMER_ASSIGNMENT)
                    .on(
                            CUSTOMER_ASSIGNMENT.TENANT_ID.eq(CurrentTenant.id()),
                            CUSTOMER_ASSIGNMENT.CUSTOMER_ID.eq(CUSTOMER.ID))
                    .leftJoin(USER_ACCOUNT)
                    .on(
                            USER_ACCOUNT.TENANT_ID.eq(CurrentTenant.id()),
                            USER_ACCOUNT.ID.eq(CUSTOMER_ASSIGNMENT.COLLECTOR_ID));
        }
        return from.where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(groups.isEmpty() || !isGroup() ? noCondition() : CUSTOMER_GROUP.ID.in(groups))
                .and(text.isEmpty() ? noCondition() : matches(text));
    }

    /** The same rows, each only once. */
    <R extends Record> SelectConditionStep<R> all(SelectSelectStep<R> select, String text) {
        if (text.isEmpty()) {
            return select.from(table(name(Entries.ALIAS))).where(noCondition());
        }
        if (!isGroup()) {
            return lines(select, text);
        }
        return select.from(table(name(Entries.ALIAS)))
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(Entries.CUSTOMER_ID), CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.ID.in(lines(org.jooq.impl.DSL.select(CUSTOMER.ID), text)));
    }

    private Condition matches(String text) {
        return isCustomer() ? CUSTOMER.SEARCH_KEY.contains(SearchKey.of(text)) : label().containsIgnoreCase(text);
    }
}
