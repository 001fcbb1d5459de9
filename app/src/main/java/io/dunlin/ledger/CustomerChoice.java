package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Colleague.COLLEAGUE;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerAssignment.CUSTOMER_ASSIGNMENT;
import static io.dunlin.ledger.tables.GroupMember.GROUP_MEMBER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trim;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Which customers are looked at: what every report, the list of customers and the Overview can be narrowed to. A part without values
 * lets all pass, one with several those that have any of them; {@value #NONE} stands for customers that have none.
 *
 * @param groups numbers of groups
 * @param collectors numbers of users, {@value #ME} for the one who asks
 * @param colleagues the same, of further people who have to do with the customer
 * @param countries ISO codes
 * @param fields values of the customers' own fields by position
 */
public record CustomerChoice(
        List<String> groups,
        List<String> collectors,
        List<String> colleagues,
        List<String> countries,
        Map<Integer, List<String>> fields) {
    public static final String GROUP = "customerGroup";
    public static final String COLLECTOR = "collector";
    public static final String ASSOCIATED = "colleague";
    public static final String COUNTRY = "country";
    public static final String FIELD = "field";

    /** What stands in an address for those that have no value. */
    public static final String NONE = "-";

    /** What stands in an address for the user who opens it. */
    public static final String ME = "me";

    /** The parameters of addresses that it is read from. */
    public static final Set<String> NAMES = Stream.concat(
                    Stream.of(GROUP, COLLECTOR, ASSOCIATED, COUNTRY),
                    IntStream.rangeClosed(1, CustomFields.EACH).mapToObj(position -> FIELD + position))
            .collect(Collectors.toUnmodifiableSet());

    public static final CustomerChoice ALL = of(Map.of());

    public CustomerChoice {
        groups = List.copyOf(groups);
        collectors = List.copyOf(collectors);
        colleagues = List.copyOf(colleagues);
        countries = List.copyOf(countries);
        fields = Map.copyOf(fields);
    }

    /** @param parameters values by {@link #NAMES}; others count for nothing */
    public static CustomerChoice of(Map<String, List<String>> parameters) {
        var fields = new HashMap<Integer, List<String>>();
        for (var position = 1; position <= CustomFields.EACH; position++) {
            var values = parameters.getOrDefault(FIELD + position, List.of());
            if (!values.isEmpty()) {
                fields.put(position, List.copyOf(values));
            }
        }
        return new CustomerChoice(
                parameters.getOrDefault(GROUP, List.of()),
                parameters.getOrDefault(COLLECTOR, List.of()),
                parameters.getOrDefault(ASSOCIATED, List.of()),
                parameters.getOrDefault(COUNTRY, List.of()),
                fields);
    }

    public boolean isAll() {
        return groups.isEmpty()
                && collectors.isEmpty()
                && colleagues.isEmpty()
                && countries.isEmpty()
                && fields.isEmpty();
    }

    /** On {@code customer}: the one selection that lists, reports and the Overview share. */
    public Condition holds() {
        var holds = Ties.GROUPS
                .to(groups)
                .and(Ties.COLLECTORS.to(collectors))
                .and(Ties.COLLEAGUES.to(colleagues))
                .and(countries.isEmpty() ? noCondition() : isOneOf(value(CUSTOMER.COUNTRY), countries));
        for (var entry : fields.entrySet()) {
            holds = holds.and(isOneOf(ownField(entry.getKey()), entry.getValue()));
        }
        return holds;
    }

    /** One of the customers' own fields; null where it is blank. */
    public static Field<String> ownField(int position) {
        return value(Objects.requireNonNull(CUSTOMER.field("custom_" + position, String.class)));
    }

    /** A text as one groups by it; null where it is blank. */
    public static Field<String> value(Field<String> text) {
        // Written out: two parameters with the same value would be two expressions to group by.
        return nullif(trim(text), inline(""));
    }

    private static Condition isOneOf(Field<String> field, List<String> values) {
        var some = field.in(values.stream().filter(value -> !value.equals(NONE)).toList());
        return values.contains(NONE) ? some.or(field.isNull()) : some;
    }

    /** Rows that tie customers to something with a number. */
    private record Ties(Table<?> table, Field<TenantId> tenant, Field<CustomerId> customer, Field<?> number) {
        private static final Ties GROUPS =
                new Ties(GROUP_MEMBER, GROUP_MEMBER.TENANT_ID, GROUP_MEMBER.CUSTOMER_ID, GROUP_MEMBER.GROUP_ID);
        private static final Ties COLLECTORS = new Ties(
                CUSTOMER_ASSIGNMENT,
                CUSTOMER_ASSIGNMENT.TENANT_ID,
                CUSTOMER_ASSIGNMENT.CUSTOMER_ID,
                CUSTOMER_ASSIGNMENT.COLLECTOR_ID);
        private static final Ties COLLEAGUES =
                new Ties(COLLEAGUE, COLLEAGUE.TENANT_ID, COLLEAGUE.CUSTOMER_ID, COLLEAGUE.USER_ID);

        Condition to(List<String> chosen) {
            if (chosen.isEmpty()) {
                return noCondition();
            }
            var some = CUSTOMER.ID.in(select(customer)
                    .from(table)
                    .where(tenant.eq(CurrentTenant.id()))
                    .and(number.coerce(Long.class).in(numbers(chosen))));
            return chosen.contains(NONE)
                    ? some.or(notExists(selectOne()
                            .from(table)
                            .where(tenant.eq(CurrentTenant.id()))
                            .and(customer.eq(CUSTOMER.ID))
                            .and(number.isNotNull())))
                    : some;
        }

        /** What is no number chooses nobody. */
        private static List<Long> numbers(List<String> chosen) {
            return chosen.stream()
                    .flatMap(value -> value.equals(ME)
                            ? CurrentUser.signedIn().map(User::id).map(UserId::value).stream()
                            : value.matches("\\d{1,18}") ? Stream.of(Long.valueOf(value)) : Stream.empty())
                    .toList();
        }
    }
}
