package io.dunlin.criteria;

import static io.dunlin.criteria.tables.Rule.RULE;
import static io.dunlin.criteria.tables.SavedSearch.SAVED_SEARCH;
import static io.dunlin.criteria.tables.ScorecardSearch.SCORECARD_SEARCH;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps searches and changes them: the owner's right, and of a shared one an administrator's too. For others there is none. */
@Component
public class SearchChanges {
    private static final int LONGEST_NAME = 60;
    /** Without a name; older ones give way. */
    private static final int MOST_UNNAMED = 50;

    private final DSLContext sql;
    private final CurrentUser user;

    public SearchChanges(DSLContext sql, CurrentUser user) {
        this.sql = sql;
        this.user = user;
    }

    /** Keeps a new one; a name that the viewer has given already is refused. */
    @Transactional
    public long save(Subject subject, String name, Criteria criteria, boolean shared) {
        var given = checked(name);
        return insert(subject, given, criteria)
                .set(SAVED_SEARCH.SHARED, shared)
                .onConflictDoNothing()
                .returningResult(SAVED_SEARCH.ID)
                .fetchOptional(SAVED_SEARCH.ID)
                .orElseThrow(() -> new Rejected("criteria.search.nameTaken", given));
    }

    /** Keeps one without a name, only because it is too long for an address. */
    @Transactional
    public long keep(Subject subject, Criteria criteria) {
        var unnamed = SAVED_SEARCH
                .TENANT_ID
                .eq(CurrentTenant.id())
                .and(SAVED_SEARCH.USER_ID.eq(user.id()))
                .and(SAVED_SEARCH.NAME.isNull());
        sql.deleteFrom(SAVED_SEARCH)
                .where(unnamed)
                .and(SAVED_SEARCH.ID.notIn(select(SAVED_SEARCH.ID)
                        .from(SAVED_SEARCH)
                        .where(unnamed)
                        .orderBy(SAVED_SEARCH.ID.desc())
                        .limit(MOST_UNNAMED - 1)))
                .execute();
        return insert(subject, null, criteria)
                .returningResult(SAVED_SEARCH.ID)
                .fetchSingle()
                .value1();
    }

    @Transactional
    public void rename(long id, String name, boolean shared) {
        var given = checked(name);
        var other = SAVED_SEARCH.as("other");
        var isTaken = sql.fetchExists(selectOne()
                .from(SAVED_SEARCH)
                .join(other)
                .on(other.TENANT_ID.eq(SAVED_SEARCH.TENANT_ID))
                .and(other.SUBJECT.eq(SAVED_SEARCH.SUBJECT))
                .and(other.USER_ID.eq(SAVED_SEARCH.USER_ID))
                .and(other.ID.ne(SAVED_SEARCH.ID))
                .where(mayChange(id))
                .and(other.NAME.eq(given)));
        if (isTaken) {
            throw new Rejected("criteria.search.nameTaken", given);
        }
        found(
                id,
                sql.update(SAVED_SEARCH)
                        .set(SAVED_SEARCH.NAME, given)
                        .set(SAVED_SEARCH.SHARED, shared)
                        .where(mayChange(id))
                        .execute());
    }

    @Transactional
    public void overwrite(long id, Criteria criteria) {
        found(
                id,
                sql.update(SAVED_SEARCH)
                        .set(SAVED_SEARCH.CRITERIA, json(criteria))
                        .where(mayChange(id))
                        .execute());
    }

    /** A search that rules or scorecards go by stays: without it they would find everybody, or nobody. */
    @Transactional
    public void remove(long id) {
        refuse(
                id,
                sql.fetchCount(RULE, RULE.TENANT_ID.eq(CurrentTenant.id()).and(RULE.SEARCH_ID.eq(id))),
                "criteria.rules.inUse");
        refuse(
                id,
                sql.fetchCount(
                        SCORECARD_SEARCH,
                        SCORECARD_SEARCH.TENANT_ID.eq(CurrentTenant.id()).and(SCORECARD_SEARCH.SEARCH_ID.eq(id))),
                "criteria.scorecards.searchInUse");
        found(id, sql.deleteFrom(SAVED_SEARCH).where(mayChange(id)).execute());
    }

    private void refuse(long id, int uses, String key) {
        if (uses > 0) {
            var name = sql.select(SAVED_SEARCH.NAME)
                    .from(SAVED_SEARCH)
                    .where(mayChange(id))
                    .fetchOptional(SAVED_SEARCH.NAME)
                    .orElseThrow(() -> new NotFound("Search", Long.toString(id)));
            throw new Rejected(key, name, uses);
        }
    }

    private InsertSetMoreStep<? extends Record> insert(Subject subject, @Nullable String name, Criteria criteria) {
        return sql.insertInto(SAVED_SEARCH)
                .set(SAVED_SEARCH.TENANT_ID, CurrentTenant.id())
                .set(SAVED_SEARCH.USER_ID, user.id())
                .set(SAVED_SEARCH.SUBJECT, subject.code())
                .set(SAVED_SEARCH.NAME, name)
                .set(SAVED_SEARCH.CRITERIA, json(criteria));
    }

    private Condition mayChange(long id) {
        var sharedWithAdministrator = user.may(Right.ADMINISTER) ? SAVED_SEARCH.SHARED.isTrue() : falseCondition();
        return SAVED_SEARCH
                .TENANT_ID
                .eq(CurrentTenant.id())
                .and(SAVED_SEARCH.ID.eq(id))
                .and(SAVED_SEARCH.USER_ID.eq(user.id()).or(sharedWithAdministrator));
    }

    private static void found(long id, int rows) {
        if (rows == 0) {
            throw new NotFound("Search", Long.toString(id));
        }
    }

    private static JSONB json(Criteria criteria) {
        return JSONB.valueOf(CriteriaJson.write(criteria));
    }

    private static String checked(String name) {
        var stripped = name.replace("\0", "").strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new Rejected("criteria.search.nameLength", LONGEST_NAME);
        }
        return stripped;
    }
}
