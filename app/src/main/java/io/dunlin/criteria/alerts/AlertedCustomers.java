package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.AlertMatch.ALERT_MATCH;
import static io.dunlin.criteria.tables.AlertRefresh.ALERT_REFRESH;
import static io.dunlin.criteria.tables.AlertSnooze.ALERT_SNOOZE;
import static io.dunlin.criteria.tables.AlertVisit.ALERT_VISIT;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.Indicator.Value;
import io.dunlin.criteria.Scope;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.UserId;
import io.dunlin.tenancy.Users;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The customers of an alert in a company, with what they owe: one page, and what all pages add up to. */
@Component
public class AlertedCustomers {
    private static final int EXPORT_FETCH = 1000;
    private static final Field<Boolean> UNSEEN = field(name("unseen"), SQLDataType.BOOLEAN);
    private static final Field<Boolean> FRESH = field(name("fresh"), SQLDataType.BOOLEAN);

    private final DSLContext sql;
    private final Clock clock;
    private final Selections selections;
    private final Catalogue catalogue;
    private final CustomerTable customers;
    private final Users users;
    private final CurrentUser user;

    AlertedCustomers(
            DSLContext sql,
            Clock clock,
            Selections selections,
            Catalogue catalogue,
            CustomerTable customers,
            Users users,
            CurrentUser user) {
        this.sql = sql;
        this.clock = clock;
        this.selections = selections;
        this.catalogue = catalogue;
        this.customers = customers;
        this.users = users;
        this.user = user;
    }

    /** Which customers of an alert are shown. */
    public enum Which {
        CURRENT,
        /** Those that the viewer had not seen as the visit of the page began. */
        UNSEEN,
        /** Those that came since yesterday began. */
        FRESH,
        SNOOZED;

        /** From an address; nonsense means all that are current. */
        public static Which of(String code) {
            return Arrays.stream(values())
                    .filter(which -> which.code().equals(code))
                    .findFirst()
                    .orElse(CURRENT);
        }

        /** As it stands in an address. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param until the first day on which the alert is no longer silent */
    public record Snooze(LocalDate until, String reason, String by) {}

    /**
     * A customer that meets the alert.
     *
     * @param since the company's day
     * @param isUnseen whether the viewer had not seen it as the visit of the page began
     * @param snooze null: the alert is not silent about it
     */
    public record Alerted(
            long id,
            String code,
            String name,
            BigDecimal receivable,
            BigDecimal overdue,
            LocalDate since,
            boolean isUnseen,
            boolean isFresh,
            @Nullable Snooze snooze) {}

    /** In the company's currency. */
    public record Found(List<Alerted> page, int customers, BigDecimal receivable, BigDecimal overdue) {}

    private record Figures(
            Scope scope, Condition where, Table<?> from, Field<BigDecimal> receivable, Field<BigDecimal> overdue) {}

    /** The largest overdue first where the request asks for no order. */
    @Transactional(readOnly = true)
    public Found of(Company company, long alert, Which which, TableRequest request) {
        var figures = figures(company);
        var meant = meant(figures, company, alert, which);
        var from = from(figures);
        var page = rows(figures, from, meant, company, request)
                .limit(request.size())
                .offset(request.offset())
                .fetch(reading(company, figures)::apply);
        return sql.select(
                        count(),
                        coalesce(sum(figures.receivable()), BigDecimal.ZERO),
                        coalesce(sum(figures.overdue()), BigDecimal.ZERO))
                .from(from)
                .where(meant)
                .fetchSingle(row -> new Found(page, row.value1(), row.value2(), row.value3()));
    }

    /** All of them in the order of the request, read one after the other: there may be a hundred thousand. */
    @Transactional(readOnly = true)
    public void each(Company company, long alert, Which which, TableRequest request, Consumer<Alerted> reader) {
        var figures = figures(company);
        var reading = reading(company, figures);
        try (var rows = rows(figures, from(figures), meant(figures, company, alert, which), company, request)
                .fetchSize(EXPORT_FETCH)
                .fetchLazy()) {
            rows.forEach(row -> reader.accept(reading.apply(row)));
        }
    }

    private Condition meant(Figures figures, Company company, long alert, Which which) {
        return figures.where()
                .and(customers.isOf(company))
                .and(ALERT_MATCH.TENANT_ID.eq(CurrentTenant.id()))
                .and(ALERT_MATCH.COMPANY_ID.eq(company.id()))
                .and(ALERT_MATCH.ALERT_ID.eq(alert))
                .and(narrowed(company, which));
    }

    private Table<?> from(Figures figures) {
        return figures.from()
                .join(ALERT_MATCH)
                .on(ALERT_MATCH.SUBJECT_ID.eq(customers.id()))
                .leftJoin(ALERT_SNOOZE)
                .on(ALERT_SNOOZE.TENANT_ID.eq(ALERT_MATCH.TENANT_ID))
                .and(ALERT_SNOOZE.ALERT_ID.eq(ALERT_MATCH.ALERT_ID))
                .and(ALERT_SNOOZE.SUBJECT_ID.eq(ALERT_MATCH.SUBJECT_ID))
                .leftJoin(ALERT_REFRESH)
                .on(AlertMatches.refreshed())
                .leftJoin(ALERT_VISIT)
                .on(AlertVisits.ofViewer(user));
    }

    private SelectLimitStep<Record> rows(
            Figures figures, Table<?> from, Condition meant, Company company, TableRequest request) {
        return sql.select(List.of(
                        customers.id(),
                        customers.text("code"),
                        customers.text("name"),
                        figures.receivable(),
                        figures.overdue(),
                        ALERT_MATCH.SINCE,
                        field(AlertVisits.wasUnseen()).as(UNSEEN),
                        field(AlertMatches.isFresh(company, clock)).as(FRESH),
                        ALERT_SNOOZE.UNTIL,
                        ALERT_SNOOZE.REASON,
                        ALERT_SNOOZE.USER_ID))
                .from(from)
                .where(meant)
                .orderBy(order(request, figures), customers.id().asc());
    }

    private Function<Record, Alerted> reading(Company company, Figures figures) {
        var names = users.all().stream().collect(toMap(User::id, User::name));
        return row -> alerted(row, company, figures, names);
    }

    /** By the indicators of their names, so that this module need not know where amounts stand. */
    private Figures figures(Company company) {
        var selection = selections.of(Subject.CUSTOMER, new Criteria.All(List.of()), company.today(clock));
        var entries = catalogue.now();
        var receivable = amount("customer.receivable", entries, selection.scope());
        var overdue = amount("customer.overdue", entries, selection.scope());
        return new Figures(selection.scope(), selection.where(), selection.from(), receivable, overdue);
    }

    private static Field<BigDecimal> amount(String indicator, Catalogue.Entries entries, Scope scope) {
        return entries.find(indicator)
                .filter(known -> known.value() instanceof Value.One)
                .map(known -> ((Value.One) known.value()).expression().apply(scope))
                .map(value -> coalesce(value.coerce(SQLDataType.NUMERIC), BigDecimal.ZERO))
                .orElse(inline(BigDecimal.ZERO));
    }

    private Condition narrowed(Company company, Which which) {
        return switch (which) {
            // By a column of the join, so that the database knows it for what it is: those without a snooze.
            case CURRENT -> ALERT_SNOOZE.SUBJECT_ID.isNull();
            case UNSEEN -> ALERT_SNOOZE.SUBJECT_ID.isNull().and(AlertVisits.wasUnseen());
            case FRESH -> ALERT_SNOOZE.SUBJECT_ID.isNull().and(AlertMatches.isFresh(company, clock));
            case SNOOZED -> ALERT_SNOOZE.UNTIL.isNotNull();
        };
    }

    private SortField<?> order(TableRequest request, Figures figures) {
        Field<?> by = switch (request.sort()) {
            case "code" -> customers.text("code");
            case "name" -> customers.text("name");
            case "receivable" -> figures.receivable();
            case "since" -> ALERT_MATCH.SINCE;
            case "overdue" -> figures.overdue();
            default -> null;
        };
        if (by == null) {
            return figures.overdue().desc();
        }
        return request.descending() ? by.desc() : by.asc();
    }

    private Alerted alerted(Record row, Company company, Figures figures, Map<UserId, String> names) {
        var until = row.get(ALERT_SNOOZE.UNTIL);
        return new Alerted(
                row.get(customers.id()),
                row.get(customers.text("code")),
                row.get(customers.text("name")),
                row.get(figures.receivable()),
                row.get(figures.overdue()),
                row.get(ALERT_MATCH.SINCE).atZoneSameInstant(company.zone()).toLocalDate(),
                Boolean.TRUE.equals(row.get(UNSEEN)),
                Boolean.TRUE.equals(row.get(FRESH)),
                until == null
                        ? null
                        : new Snooze(
                                until,
                                row.get(ALERT_SNOOZE.REASON),
                                names.getOrDefault(row.get(ALERT_SNOOZE.USER_ID), "")));
    }
}
