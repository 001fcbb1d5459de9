package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.Alert.ALERT;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.dunlin.criteria.CriteriaJson;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.UserId;
import io.dunlin.tenancy.Users;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The alerts of the tenant: each user's own, and those that colleagues share. {@link AlertChanges} changes them. */
@Component
public class Alerts {
    private final DSLContext sql;
    private final CurrentUser user;
    private final Users users;
    private final Selections selections;

    public Alerts(DSLContext sql, CurrentUser user, Users users, Selections selections) {
        this.sql = sql;
        this.user = user;
        this.users = users;
        this.selections = selections;
    }

    /** Those that the viewer may open, what matters most first. */
    @Transactional(readOnly = true)
    public List<Alert> visible() {
        return alerts(isVisible(user.id())).stream()
                .sorted((one, other) -> other.level().compareTo(one.level()))
                .toList();
    }

    /** Throws {@link NotFound} also where it is a colleague's own. */
    @Transactional(readOnly = true)
    public Alert get(long id) {
        return alerts(isVisible(user.id()).and(ALERT.ID.eq(id))).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("Alert", Long.toString(id)));
    }

    /** Numbers of those whose criteria mean nothing any more: an indicator they use has gone. */
    @Transactional(readOnly = true)
    public Set<Long> broken(List<Alert> some) {
        var problems = selections.problems(
                Subject.CUSTOMER, some.stream().map(Alert::criteria).toList());
        return IntStream.range(0, some.size())
                .filter(index -> problems.get(index).isPresent())
                .mapToObj(index -> some.get(index).id())
                .collect(toSet());
    }

    /** Of everybody. */
    List<Alert> all() {
        return alerts(ALERT.TENANT_ID.eq(CurrentTenant.id()));
    }

    static Condition isVisible(UserId viewer) {
        return ALERT.TENANT_ID
                .eq(CurrentTenant.id())
                .and(ALERT.USER_ID.eq(viewer).or(ALERT.SHARED));
    }

    private List<Alert> alerts(Condition which) {
        var names = users.all().stream().collect(toMap(User::id, User::name));
        return sql.selectFrom(ALERT).where(which).orderBy(ALERT.NAME, ALERT.ID).fetch(row -> alert(row, names));
    }

    private Alert alert(Record row, Map<UserId, String> names) {
        var owner = row.get(ALERT.USER_ID);
        var shared = row.get(ALERT.SHARED);
        var own = user.find().map(User::id).filter(owner::equals).isPresent();
        return new Alert(
                row.get(ALERT.ID),
                owner,
                names.getOrDefault(owner, ""),
                row.get(ALERT.NAME),
                AlertType.valueOf(row.get(ALERT.TYPE)),
                AlertLevel.valueOf(row.get(ALERT.LEVEL)),
                shared,
                CriteriaJson.read(row.get(ALERT.CRITERIA).data()),
                own,
                own || shared && user.may(Right.ADMINISTER));
    }
}
