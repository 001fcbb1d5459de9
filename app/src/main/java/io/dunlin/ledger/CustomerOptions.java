package io.dunlin.ledger;

import static io.dunlin.ledger.tables.CustomerOption.CUSTOMER_OPTION;
import static java.util.stream.Collectors.toCollection;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.CurrentTenant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The options of customers and the score that we give them ourselves. */
@Component
public class CustomerOptions {
    /** The best score; the worst is 0. */
    public static final int BEST = 10;

    private final DSLContext sql;

    public CustomerOptions(DSLContext sql) {
        this.sql = sql;
    }

    /** @param score from 0 to {@link #BEST}; null: not scored */
    public record Options(Set<CustomerOption> on, @Nullable Integer score) {
        public static final Options NONE = new Options(Set.of(), null);

        public Options {
            on = Set.copyOf(on);
        }
    }

    @Transactional(readOnly = true)
    public Options of(CustomerId customer) {
        return sql.selectFrom(CUSTOMER_OPTION)
                .where(CUSTOMER_OPTION.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER_OPTION.CUSTOMER_ID.eq(customer))
                .fetchOptional(row -> new Options(
                        Arrays.stream(CustomerOption.values())
                                .filter(option -> row.get(option.column()))
                                .collect(toCollection(() -> EnumSet.noneOf(CustomerOption.class))),
                        row.get(CUSTOMER_OPTION.INTERNAL_SCORE, Integer.class)))
                .orElse(Options.NONE);
    }

    @Transactional
    public void change(CustomerId customer, Options options) {
        var score = options.score();
        if (score != null && (score < 0 || score > BEST)) {
            throw new Rejected("ledger.option.badScore", BEST);
        }
        var values = new LinkedHashMap<Field<?>, Object>();
        for (var option : CustomerOption.values()) {
            values.put(option.column(), options.on().contains(option));
        }
        values.put(CUSTOMER_OPTION.INTERNAL_SCORE, score == null ? null : score.shortValue());
        sql.insertInto(CUSTOMER_OPTION)
                .set(values)
                .set(CUSTOMER_OPTION.TENANT_ID, CurrentTenant.id())
                .set(CUSTOMER_OPTION.CUSTOMER_ID, customer)
                .onConflict(CUSTOMER_OPTION.TENANT_ID, CUSTOMER_OPTION.CUSTOMER_ID)
                .doUpdate()
                .set(values)
                .execute();
    }
}
