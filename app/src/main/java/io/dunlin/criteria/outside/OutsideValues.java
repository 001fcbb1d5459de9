package io.dunlin.criteria.outside;

import static java.util.stream.Collectors.groupingBy;

import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.UserId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what sources outside tell. */
@Component
public class OutsideValues {
    private final DSLContext sql;
    private final Clock clock;

    public OutsideValues(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What a source says of one customer.
     *
     * @param subject number of the customer
     * @param value as {@link #read} gives it; null: nothing is known any more
     * @param day business day from which it holds, today or before; before the present value's it only becomes history
     */
    public record Told(
            long subject, CompanyId company, @Nullable String value, LocalDate day) {}

    /**
     * The text as it is stored, by the kind of the indicator; null for an empty one.
     *
     * @throws io.dunlin.kernel.Rejected where it is no value of the indicator
     */
    public static @Nullable String read(OutsideIndicator indicator, @Nullable String told) {
        return OutsideReading.read(indicator, told);
    }

    /**
     * Writes values of one indicator down. What is told again changes nothing but when it was last said.
     *
     * @param told of each customer at most once a day
     * @param user who wrote them; null: the source itself
     * @return how many values changed
     */
    @Transactional
    public int tell(OutsideIndicator indicator, String source, List<Told> told, @Nullable UserId user) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        // The earliest first: of each day the log must already know the days before.
        return new TreeMap<>(told.stream().collect(groupingBy(Told::day)))
                .entrySet().stream()
                        .mapToInt(day ->
                                new Telling(indicator, source, day.getKey(), now, user).write(sql, day.getValue()))
                        .sum();
    }
}
