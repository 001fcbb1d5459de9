package io.dunlin.tenancy;

import static io.dunlin.tenancy.tables.DefaultView.DEFAULT_VIEW;
import static io.dunlin.tenancy.tables.SavedView.SAVED_VIEW;
import static io.dunlin.tenancy.tables.UserAccount.USER_ACCOUNT;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.dunlin.kernel.Rejected;
import io.dunlin.web.SavedView;
import io.dunlin.web.SavedViews;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Views of lists in the database: each user's own, and those that colleagues share. */
@Component
class KeptViews implements SavedViews {
    private static final int LONGEST_NAME = 60;

    private final DSLContext sql;
    private final CurrentUser user;

    KeptViews(DSLContext sql, CurrentUser user) {
        this.sql = sql;
        this.user = user;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SavedView> of(String list) {
        return sql.select(
                        SAVED_VIEW.ID,
                        SAVED_VIEW.NAME,
                        SAVED_VIEW.QUERY,
                        USER_ACCOUNT.NAME,
                        SAVED_VIEW.SHARED,
                        SAVED_VIEW.USER_ID,
                        DEFAULT_VIEW.VIEW_ID)
                .from(SAVED_VIEW)
                .join(USER_ACCOUNT)
                .on(USER_ACCOUNT.TENANT_ID.eq(SAVED_VIEW.TENANT_ID))
                .and(USER_ACCOUNT.ID.eq(SAVED_VIEW.USER_ID))
                .leftJoin(DEFAULT_VIEW)
                .on(DEFAULT_VIEW.TENANT_ID.eq(SAVED_VIEW.TENANT_ID))
                .and(DEFAULT_VIEW.USER_ID.eq(user.id()))
                .and(DEFAULT_VIEW.VIEW_ID.eq(SAVED_VIEW.ID))
                .where(SAVED_VIEW.TENANT_ID.eq(CurrentTenant.id()))
                .and(SAVED_VIEW.LIST.eq(list))
                .and(isVisible())
                .orderBy(SAVED_VIEW.NAME, SAVED_VIEW.ID)
                .fetch(row -> new SavedView(
                        row.get(SAVED_VIEW.ID),
                        row.get(SAVED_VIEW.NAME),
                        row.get(SAVED_VIEW.QUERY),
                        row.get(USER_ACCOUNT.NAME),
                        row.get(SAVED_VIEW.SHARED),
                        row.get(SAVED_VIEW.USER_ID).equals(user.id()),
                        row.get(DEFAULT_VIEW.VIEW_ID) != null));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> opening(String list) {
        return sql.select(SAVED_VIEW.QUERY)
                .from(DEFAULT_VIEW)
                .join(SAVED_VIEW)
                .on(SAVED_VIEW.TENANT_ID.eq(DEFAULT_VIEW.TENANT_ID))
                .and(SAVED_VIEW.ID.eq(DEFAULT_VIEW.VIEW_ID))
                .where(DEFAULT_VIEW.TENANT_ID.eq(CurrentTenant.id()))
                .and(DEFAULT_VIEW.USER_ID.eq(user.id()))
                .and(DEFAULT_VIEW.LIST.eq(list))
                // A colleague may have stopped sharing it.
                .and(isVisible())
                .fetchOptional(SAVED_VIEW.QUERY);
    }

    @Override
    @Transactional
    public long save(String list, String name, String query, boolean shared) {
        return sql.insertInto(SAVED_VIEW)
                .set(SAVED_VIEW.TENANT_ID, CurrentTenant.id())
                .set(SAVED_VIEW.USER_ID, user.id())
                .set(SAVED_VIEW.LIST, list)
                .set(SAVED_VIEW.NAME, checked(name))
                .set(SAVED_VIEW.QUERY, query)
                .set(SAVED_VIEW.SHARED, shared)
                .onConflictDoNothing()
                .returningResult(SAVED_VIEW.ID)
                .fetchOptional(SAVED_VIEW.ID)
                .orElseThrow(() -> new Rejected("web.views.nameTaken", name.strip()));
    }

    @Override
    @Transactional
    public void rename(long id, String name, boolean shared) {
        var other = SAVED_VIEW.as("other");
        var isTaken = sql.fetchExists(selectOne()
                .from(SAVED_VIEW)
                .join(other)
                .on(other.TENANT_ID.eq(SAVED_VIEW.TENANT_ID))
                .and(other.LIST.eq(SAVED_VIEW.LIST))
                .and(other.USER_ID.eq(SAVED_VIEW.USER_ID))
                .and(other.ID.ne(SAVED_VIEW.ID))
                .where(isOwn(id))
                .and(other.NAME.eq(checked(name))));
        if (isTaken) {
            throw new Rejected("web.views.nameTaken", name.strip());
        }
        sql.update(SAVED_VIEW)
                .set(SAVED_VIEW.NAME, checked(name))
                .set(SAVED_VIEW.SHARED, shared)
                .where(isOwn(id))
                .execute();
    }

    @Override
    @Transactional
    public void overwrite(long id, String query) {
        sql.update(SAVED_VIEW).set(SAVED_VIEW.QUERY, query).where(isOwn(id)).execute();
    }

    @Override
    @Transactional
    public void remove(long id) {
        sql.deleteFrom(SAVED_VIEW).where(isOwn(id)).execute();
    }

    @Override
    @Transactional
    public void openWith(String list, long id) {
        openPlain(list);
        sql.insertInto(
                        DEFAULT_VIEW,
                        DEFAULT_VIEW.TENANT_ID,
                        DEFAULT_VIEW.USER_ID,
                        DEFAULT_VIEW.LIST,
                        DEFAULT_VIEW.VIEW_ID)
                .select(select(
                                SAVED_VIEW.TENANT_ID,
                                val(user.id(), DEFAULT_VIEW.USER_ID),
                                SAVED_VIEW.LIST,
                                SAVED_VIEW.ID)
                        .from(SAVED_VIEW)
                        .where(SAVED_VIEW.TENANT_ID.eq(CurrentTenant.id()))
                        .and(SAVED_VIEW.ID.eq(id))
                        .and(SAVED_VIEW.LIST.eq(list))
                        .and(isVisible()))
                .execute();
    }

    @Override
    @Transactional
    public void openPlain(String list) {
        sql.deleteFrom(DEFAULT_VIEW)
                .where(DEFAULT_VIEW.TENANT_ID.eq(CurrentTenant.id()))
                .and(DEFAULT_VIEW.USER_ID.eq(user.id()))
                .and(DEFAULT_VIEW.LIST.eq(list))
                .execute();
    }

    private Condition isOwn(long id) {
        return SAVED_VIEW
                .TENANT_ID
                .eq(CurrentTenant.id())
                .and(SAVED_VIEW.ID.eq(id))
                .and(SAVED_VIEW.USER_ID.eq(user.id()));
    }

    private Condition isVisible() {
        return SAVED_VIEW.USER_ID.eq(user.id()).or(SAVED_VIEW.SHARED);
    }

    private static String checked(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new Rejected("web.views.nameLength", LONGEST_NAME);
        }
        return stripped;
    }
}
