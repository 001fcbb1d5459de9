package io.dunlin.criteria;

import static io.dunlin.criteria.tables.SavedSearch.SAVED_SEARCH;
import static java.util.stream.Collectors.toMap;

import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.UserId;
import io.dunlin.tenancy.Users;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The searches that users keep: each user's own, and those that colleagues share. {@link SearchChanges} changes them. */
@Component
public class SavedSearches {
    /** How an address names one. */
    private static final Pattern ADDRESS = Pattern.compile("search\\((\\d{1,18})\\)");

    private final DSLContext sql;
    private final CurrentUser user;
    private final Users users;

    public SavedSearches(DSLContext sql, CurrentUser user, Users users) {
        this.sql = sql;
        this.user = user;
        this.users = users;
    }

    /** Those that the viewer may open, by name. */
    @Transactional(readOnly = true)
    public List<SavedSearch> of(Subject subject) {
        var names = users.all().stream().collect(toMap(User::id, User::name));
        return sql.selectFrom(SAVED_SEARCH)
                .where(isVisible(subject))
                .and(SAVED_SEARCH.NAME.isNotNull())
                .orderBy(SAVED_SEARCH.NAME, SAVED_SEARCH.ID)
                .fetch(row -> search(row, names));
    }

    /**
     * What an address asks for: the short form of criteria, or {@code search(12)} for a search that is kept.
     *
     * @throws BadCriteria where it is neither, or the search is gone or a colleague's own
     */
    @Transactional(readOnly = true, noRollbackFor = BadCriteria.class)
    public Criteria asked(Subject subject, String text) {
        var kept = number(text);
        return kept.isEmpty()
                ? CriteriaText.read(text)
                : sql.select(SAVED_SEARCH.CRITERIA)
                        .from(SAVED_SEARCH)
                        .where(isVisible(subject))
                        .and(SAVED_SEARCH.ID.eq(kept.get()))
                        .fetchOptional(row -> CriteriaJson.read(row.value1().data()))
                        .orElseThrow(() -> new BadCriteria(text, "criteria.bad.search"));
    }

    /** How {@link #asked} is told of a search. */
    public static String address(long id) {
        return "search(" + id + ")";
    }

    /** The number of the search that an address names. */
    public static Optional<Long> number(String text) {
        var kept = ADDRESS.matcher(text);
        return kept.matches() ? Optional.of(Long.valueOf(kept.group(1))) : Optional.empty();
    }

    private Condition isVisible(Subject subject) {
        return SAVED_SEARCH
                .TENANT_ID
                .eq(CurrentTenant.id())
                .and(SAVED_SEARCH.SUBJECT.eq(subject.code()))
                .and(SAVED_SEARCH.USER_ID.eq(user.id()).or(SAVED_SEARCH.SHARED));
    }

    private SavedSearch search(Record row, Map<UserId, String> names) {
        var owner = row.get(SAVED_SEARCH.USER_ID);
        return new SavedSearch(
                row.get(SAVED_SEARCH.ID),
                String.valueOf(row.get(SAVED_SEARCH.NAME)),
                names.getOrDefault(owner, ""),
                row.get(SAVED_SEARCH.SHARED),
                owner.equals(user.id()),
                owner.equals(user.id()) || user.may(Right.ADMINISTER));
    }
}
