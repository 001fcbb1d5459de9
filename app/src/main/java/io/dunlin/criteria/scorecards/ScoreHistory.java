package io.dunlin.criteria.scorecards;

import static io.dunlin.criteria.tables.ScorecardRun.SCORECARD_RUN;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.max;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When cards ran for a company. */
@Component
public class ScoreHistory {
    private static final int SHOWN = 20;

    private final DSLContext sql;
    private final Users users;

    ScoreHistory(DSLContext sql, Users users) {
        this.sql = sql;
        this.users = users;
    }

    /**
     * One time that a card ran.
     *
     * @param user name of whoever started it; null: nobody, it ran by itself
     * @param customers that were looked at
     * @param changes those whose class or points changed
     */
    public record Run(Instant at, int version, @Nullable String user, Duration duration, int customers, int changes) {}

    /** The latest 20, the latest first. */
    @Transactional(readOnly = true)
    public List<Run> of(Company company, long card) {
        var names = users.all().stream().collect(toMap(User::id, User::name));
        return sql.selectFrom(SCORECARD_RUN)
                .where(SCORECARD_RUN.TENANT_ID.eq(CurrentTenant.id()))
                .and(SCORECARD_RUN.COMPANY_ID.eq(company.id()))
                .and(SCORECARD_RUN.SCORECARD_ID.eq(card))
                .orderBy(SCORECARD_RUN.ID.desc())
                .limit(SHOWN)
                .fetch(row -> new Run(
                        row.get(SCORECARD_RUN.AT).toInstant(),
                        row.get(SCORECARD_RUN.VERSION),
                        row.get(SCORECARD_RUN.USER_ID) == null ? null : names.get(row.get(SCORECARD_RUN.USER_ID)),
                        Duration.ofMillis(row.get(SCORECARD_RUN.DURATION_MS)),
                        row.get(SCORECARD_RUN.CUSTOMERS),
                        row.get(SCORECARD_RUN.CHANGES)));
    }

    /** When each card ran last, by number of the card; absent: never. */
    @Transactional(readOnly = true)
    public Map<Long, Instant> latest(Company company) {
        return sql.select(SCORECARD_RUN.SCORECARD_ID, max(SCORECARD_RUN.AT))
                .from(SCORECARD_RUN)
                .where(SCORECARD_RUN.TENANT_ID.eq(CurrentTenant.id()))
                .and(SCORECARD_RUN.COMPANY_ID.eq(company.id()))
                .groupBy(SCORECARD_RUN.SCORECARD_ID)
                .fetchMap(row -> row.value1(), row -> row.value2().toInstant());
    }
}
