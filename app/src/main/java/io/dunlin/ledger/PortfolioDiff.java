package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Colleague.COLLEAGUE;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerAssignment.CUSTOMER_ASSIGNMENT;
import static io.dunlin.ledger.tables.ImportedUser.IMPORTED_USER;
import static io.dunlin.ledger.tables.StagePortfolio.STAGE_PORTFOLIO;
import static io.dunlin.tenancy.tables.Login.LOGIN;
import static io.dunlin.tenancy.tables.UserAccount.USER_ACCOUNT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.ImportedUsers.NewUser;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.UserId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectFromStep;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;

/** The difference between staged portfolios and who looks after the customers of the company, and its application. */
final class PortfolioDiff {
    private final DSLContext sql;
    private final LoadOrder order;
    private final TenantId tenant = CurrentTenant.id();

    PortfolioDiff(DSLContext sql, LoadOrder order) {
        this.sql = sql;
        this.order = order;
    }

    /** Part of a row that was taken out. */
    record Removed(long row, String value) {}

    /** Rows that brought something new, and others that gave a customer another collector. */
    record Counted(long added, long changed) {}

    List<Removed> removeWithoutCustomer() {
        return sql.deleteFrom(STAGE_PORTFOLIO)
                .where(staged())
                .and(STAGE_PORTFOLIO.CUSTOMER_KEY.isNotNull())
                .and(notExists(selectOne().from(CUSTOMER).where(isCustomerOfRow())))
                .returningResult(STAGE_PORTFOLIO.ROW_NUMBER, STAGE_PORTFOLIO.CUSTOMER_CODE)
                .fetch(row -> new Removed(row.value1(), row.value2()));
    }

    /** Rows of users who do not exist, where no row of theirs says what they shall be. */
    List<Removed> removeWithoutRole() {
        var other = STAGE_PORTFOLIO.as("other");
        return sql.deleteFrom(STAGE_PORTFOLIO)
                .where(staged())
                .and(not(isKnown()))
                .and(notExists(selectOne()
                        .from(other)
                        .where(other.TENANT_ID.eq(tenant))
                        .and(other.IMPORT_ID.eq(order.importId()))
                        .and(other.EMAIL_KEY.eq(STAGE_PORTFOLIO.EMAIL_KEY))
                        .and(other.ROLE.isNotNull())))
                .returningResult(STAGE_PORTFOLIO.ROW_NUMBER, STAGE_PORTFOLIO.EMAIL)
                .fetch(row -> new Removed(row.value1(), row.value2()));
    }

    List<Removed> removeUsers(Set<String> keys) {
        return sql.deleteFrom(STAGE_PORTFOLIO)
                .where(staged())
                .and(STAGE_PORTFOLIO.EMAIL_KEY.in(keys))
                .returningResult(STAGE_PORTFOLIO.ROW_NUMBER, STAGE_PORTFOLIO.EMAIL)
                .fetch(row -> new Removed(row.value1(), row.value2()));
    }

    /** Of two collectors of one customer the first one counts. */
    List<Removed> removeOtherCollectors() {
        var first = name("first")
                .as(wanted(select(STAGE_PORTFOLIO.CUSTOMER_KEY, STAGE_PORTFOLIO.EMAIL_KEY)
                                .distinctOn(STAGE_PORTFOLIO.CUSTOMER_KEY))
                        .where(staged())
                        .and(isCollector())
                        .orderBy(STAGE_PORTFOLIO.CUSTOMER_KEY, STAGE_PORTFOLIO.ROW_NUMBER));
        return sql.with(first)
                .delete(STAGE_PORTFOLIO)
                .using(first, LOGIN, USER_ACCOUNT)
                .where(staged())
                .and(isLoginOfRow())
                .and(isAccountOfLogin())
                .and(isCollector())
                .and(STAGE_PORTFOLIO.CUSTOMER_KEY.eq(first.field(STAGE_PORTFOLIO.CUSTOMER_KEY)))
                .and(STAGE_PORTFOLIO.EMAIL_KEY.ne(first.field(STAGE_PORTFOLIO.EMAIL_KEY)))
                .returningResult(STAGE_PORTFOLIO.ROW_NUMBER, STAGE_PORTFOLIO.CUSTOMER_CODE)
                .fetch(row -> new Removed(row.value1(), row.value2()));
    }

    Set<Long> stillThere(Collection<Long> rows) {
        return sql.selectDistinct(STAGE_PORTFOLIO.ROW_NUMBER)
                .from(STAGE_PORTFOLIO)
                .where(staged())
                .and(STAGE_PORTFOLIO.ROW_NUMBER.eq(any(rows.toArray(Long[]::new))))
                .fetchSet(STAGE_PORTFOLIO.ROW_NUMBER);
    }

    /** Users who do not exist, each with the first name and role that a row says. */
    List<NewUser> newUsers() {
        var found = new LinkedHashMap<String, NewUser>();
        sql.selectDistinct(
                        STAGE_PORTFOLIO.EMAIL_KEY,
                        STAGE_PORTFOLIO.EMAIL,
                        STAGE_PORTFOLIO.NAME,
                        STAGE_PORTFOLIO.ROLE,
                        STAGE_PORTFOLIO.ROW_NUMBER)
                .from(STAGE_PORTFOLIO)
                .where(staged())
                .and(not(isKnown()))
                .orderBy(STAGE_PORTFOLIO.ROW_NUMBER)
                .forEach(row -> found.merge(
                        row.value1(),
                        new NewUser(row.value2(), row.value3(), role(row.value4())),
                        NewUser::completedBy));
        return List.copyOf(found.values());
    }

    void noteCreated(List<UserId> users) {
        sql.insertInto(IMPORTED_USER, IMPORTED_USER.TENANT_ID, IMPORTED_USER.IMPORT_ID, IMPORTED_USER.USER_ID)
                .select(select(USER_ACCOUNT.TENANT_ID, val(order.importId()), USER_ACCOUNT.ID)
                        .from(USER_ACCOUNT)
                        .where(USER_ACCOUNT.TENANT_ID.eq(tenant))
                        .and(USER_ACCOUNT.ID.in(users)))
                .execute();
    }

    /** A remark for each user who is something else than the file says. */
    List<LoadOutcome.RejectedRow> otherRoles() {
        return sql.select(STAGE_PORTFOLIO.ROW_NUMBER, STAGE_PORTFOLIO.EMAIL, STAGE_PORTFOLIO.ROLE)
                .distinctOn(STAGE_PORTFOLIO.EMAIL_KEY)
                .from(STAGE_PORTFOLIO)
                .join(LOGIN)
                .on(isLoginOfRow())
                .join(USER_ACCOUNT)
                .on(isAccountOfLogin())
                .where(staged())
                .and(STAGE_PORTFOLIO.ROLE.ne(USER_ACCOUNT.ROLE))
                .orderBy(STAGE_PORTFOLIO.EMAIL_KEY, STAGE_PORTFOLIO.ROW_NUMBER)
                .fetch(row -> new LoadOutcome.RejectedRow(
                        row.value1(), "user_role", row.value3(), "ledger.load.roleStays", List.of(row.value2())));
    }

    /** Customers that the file names and, where it says all, those that its users have. */
    Select<Record1<CustomerId>> concernedCustomers() {
        var named = select(CUSTOMER.ID)
                .from(STAGE_PORTFOLIO)
                .join(CUSTOMER)
                .on(isCustomerOfRow())
                .where(staged());
        return order.mode() == LoadOrder.Mode.DELTA
                ? named
                : named.union(select(CUSTOMER_ASSIGNMENT.CUSTOMER_ID)
                                .from(CUSTOMER_ASSIGNMENT)
                                .where(isOfFile()))
                        .union(select(COLLEAGUE.CUSTOMER_ID).from(COLLEAGUE).where(isColleagueOfFile()));
    }

    Counted counted() {
        var isNewUser = exists(selectOne()
                .from(IMPORTED_USER)
                .where(IMPORTED_USER.TENANT_ID.eq(tenant))
                .and(IMPORTED_USER.IMPORT_ID.eq(order.importId()))
                .and(IMPORTED_USER.USER_ID.eq(USER_ACCOUNT.ID)));
        var isNew = CUSTOMER.ID
                .isNotNull()
                .and(isCollector()
                        .and(CUSTOMER_ASSIGNMENT.COLLECTOR_ID.isNull())
                        .or(not(isCollector()).and(COLLEAGUE.USER_ID.isNull())));
        var isOther = isCollector().and(CUSTOMER_ASSIGNMENT.COLLECTOR_ID.ne(USER_ACCOUNT.ID));
        var perRow = select(
                        boolOr(isNewUser.or(isNew)).as("is_new"),
                        boolOr(isOther).as("is_other"))
                .from(STAGE_PORTFOLIO)
                .join(LOGIN)
                .on(isLoginOfRow())
                .join(USER_ACCOUNT)
                .on(isAccountOfLogin())
                .leftJoin(CUSTOMER)
                .on(isCustomerOfRow())
                .leftJoin(CUSTOMER_ASSIGNMENT)
                .on(CUSTOMER_ASSIGNMENT.TENANT_ID.eq(tenant), CUSTOMER_ASSIGNMENT.CUSTOMER_ID.eq(CUSTOMER.ID))
                .leftJoin(COLLEAGUE)
                .on(
                        COLLEAGUE.TENANT_ID.eq(tenant),
                        COLLEAGUE.CUSTOMER_ID.eq(CUSTOMER.ID),
                        COLLEAGUE.USER_ID.eq(USER_ACCOUNT.ID))
                .where(staged())
                .groupBy(STAGE_PORTFOLIO.ROW_NUMBER)
                .asTable("per_row");
        var added = field(name("per_row", "is_new"), Boolean.class).isTrue();
        var changed = field(name("per_row", "is_other"), Boolean.class).isTrue();
        return sql.select(count().filterWhere(added), count().filterWhere(changed.andNot(added)))
                .from(perRow)
                .fetchSingle(row -> new Counted(row.value1(), row.value2()));
    }

    /** Takes the users of the file off the customers of the company that it does not give them; returns how many. */
    long removeOthers() {
        var collectors = sql.deleteFrom(CUSTOMER_ASSIGNMENT)
                .where(isOfFile())
                .and(notExists(wanted(selectOne())
                        .where(staged())
                        .and(isCollector())
                        .and(CUSTOMER.ID.eq(CUSTOMER_ASSIGNMENT.CUSTOMER_ID))
                        .and(USER_ACCOUNT.ID.eq(CUSTOMER_ASSIGNMENT.COLLECTOR_ID))))
                .execute();
        var colleagues = sql.deleteFrom(COLLEAGUE)
                .where(isColleagueOfFile())
                .and(notExists(wanted(selectOne())
                        .where(staged())
                        .and(not(isCollector()))
                        .and(CUSTOMER.ID.eq(COLLEAGUE.CUSTOMER_ID))
                        .and(USER_ACCOUNT.ID.eq(COLLEAGUE.USER_ID))))
                .execute();
        return (long) collectors + colleagues;
    }

    void assignCollectors() {
        sql.insertInto(
                        CUSTOMER_ASSIGNMENT,
                        CUSTOMER_ASSIGNMENT.TENANT_ID,
                        CUSTOMER_ASSIGNMENT.CUSTOMER_ID,
                        CUSTOMER_ASSIGNMENT.COLLECTOR_ID)
                .select(wanted(selectDistinct(CUSTOMER.TENANT_ID, CUSTOMER.ID, USER_ACCOUNT.ID))
                        .where(staged())
                        .and(isCollector()))
                .onConflict(CUSTOMER_ASSIGNMENT.TENANT_ID, CUSTOMER_ASSIGNMENT.CUSTOMER_ID)
                .doUpdate()
                .set(CUSTOMER_ASSIGNMENT.COLLECTOR_ID, excluded(CUSTOMER_ASSIGNMENT.COLLECTOR_ID))
                .execute();
    }

    void addColleagues() {
        sql.insertInto(COLLEAGUE, COLLEAGUE.TENANT_ID, COLLEAGUE.CUSTOMER_ID, COLLEAGUE.USER_ID)
                .select(wanted(selectDistinct(CUSTOMER.TENANT_ID, CUSTOMER.ID, USER_ACCOUNT.ID))
                        .where(staged())
                        .and(not(isCollector())))
                .onConflictDoNothing()
                .execute();
    }

    /** Rows with the customer and the user that they name. */
    private <R extends Record> SelectJoinStep<R> wanted(SelectFromStep<R> select) {
        return select.from(STAGE_PORTFOLIO)
                .join(CUSTOMER)
                .on(isCustomerOfRow())
                .join(LOGIN)
                .on(isLoginOfRow())
                .join(USER_ACCOUNT)
                .on(isAccountOfLogin());
    }

    private Condition staged() {
        return STAGE_PORTFOLIO.TENANT_ID.eq(tenant).and(STAGE_PORTFOLIO.IMPORT_ID.eq(order.importId()));
    }

    private Condition isCustomerOfRow() {
        return inCompany().and(CUSTOMER.CODE_KEY.eq(STAGE_PORTFOLIO.CUSTOMER_KEY));
    }

    private Condition inCompany() {
        return CUSTOMER.TENANT_ID
                .eq(tenant)
                .and(CUSTOMER.COMPANY_ID.eq(order.company().id()));
    }

    private Condition isKnown() {
        return exists(selectOne().from(LOGIN).where(isLoginOfRow()));
    }

    private Condition isLoginOfRow() {
        return LOGIN.TENANT_ID.eq(tenant).and(LOGIN.EMAIL_KEY.eq(STAGE_PORTFOLIO.EMAIL_KEY));
    }

    private Condition isAccountOfLogin() {
        return USER_ACCOUNT.TENANT_ID.eq(tenant).and(USER_ACCOUNT.ID.eq(LOGIN.USER_ID));
    }

    private static Condition isCollector() {
        return USER_ACCOUNT.ROLE.eq(Role.COLLECTOR.name());
    }

    /** A collector who is named in the file, of a customer of the company. */
    private Condition isOfFile() {
        return CUSTOMER_ASSIGNMENT
                .TENANT_ID
                .eq(tenant)
                .and(CUSTOMER_ASSIGNMENT.COLLECTOR_ID.in(usersOfFile()))
                .and(CUSTOMER_ASSIGNMENT.CUSTOMER_ID.in(
                        select(CUSTOMER.ID).from(CUSTOMER).where(inCompany())));
    }

    private Condition isColleagueOfFile() {
        return COLLEAGUE
                .TENANT_ID
                .eq(tenant)
                .and(COLLEAGUE.USER_ID.in(usersOfFile()))
                .and(COLLEAGUE.CUSTOMER_ID.in(select(CUSTOMER.ID).from(CUSTOMER).where(inCompany())));
    }

    private Select<Record1<UserId>> usersOfFile() {
        return select(LOGIN.USER_ID)
                .from(STAGE_PORTFOLIO)
                .join(LOGIN)
                .on(isLoginOfRow())
                .where(staged());
    }

    private static @Nullable Role role(@Nullable String name) {
        return name == null ? null : Role.valueOf(name);
    }
}
