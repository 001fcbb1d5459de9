package io.dunlin.ledger.outside;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;

import io.dunlin.criteria.outside.OutsideIndicator;
import io.dunlin.criteria.outside.OutsideValues;
import io.dunlin.criteria.outside.OutsideValues.Told;
import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.CustomerId;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.UserId;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in lines that name customers by their codes: what is good is written down, the rest comes back with the reason. */
@Component
public class OutsideIntake {
    /** Lines that are taken at a time. */
    public static final int MOST = 10_000;

    private static final int LONGEST_SOURCE = 60;

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private final DSLContext sql;
    private final OutsideValues values;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    public OutsideIntake(DSLContext sql, OutsideValues values, Clock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.values = values;
        this.clock = clock;
        this.events = events;
    }

    /** @param problem why the line was left out */
    public record Refused(ToldLine line, Rejected problem) {}

    /**
     * @param told lines that were good
     * @param changed of them, those that said something new
     */
    public record Outcome(int told, int changed, List<Refused> refused) {}

    /**
     * @param source whose word it is; empty: the source of the indicator
     * @param user who wrote it down; null: the source itself, by a program
     * @throws Rejected where there are more than {@link #MOST} lines, or the source is too long; then nothing is written down
     */
    @Transactional
    public Outcome take(
            OutsideIndicator indicator,
            Company company,
            @Nullable String source,
            List<ToldLine> lines,
            @Nullable UserId user) {
        if (lines.size() > MOST) {
            throw new Rejected("ledger.outside.tooMany", lines.size(), MOST);
        }
        var whose = source == null || source.isBlank() ? indicator.source() : source.strip();
        if (whose.length() > LONGEST_SOURCE || whose.indexOf(0) >= 0) {
            throw new Rejected("criteria.outside.text", LONGEST_SOURCE);
        }
        var customers = customers(company, lines);
        var good = new ArrayList<Told>();
        var refused = new ArrayList<Refused>();
        var seen = new HashSet<List<Object>>();
        for (var line : lines) {
            try {
                var told = read(indicator, company, line, customers);
                if (!seen.add(List.of(told.subject(), told.day()))) {
                    throw new Rejected("ledger.outside.twice", told.day().toString());
                }
                good.add(told);
            } catch (Rejected problem) {
                refused.add(new Refused(line, problem));
            }
        }
        var changed = values.tell(indicator, whose, good, user);
        if (changed > 0) {
            events.publishEvent(new ValuesTold(company));
        }
        return new Outcome(good.size(), changed, refused);
    }

    private Map<String, CustomerId> customers(Company company, List<ToldLine> lines) {
        var keys = lines.stream().map(line -> key(line.customer())).distinct().toArray(String[]::new);
        return sql.select(CUSTOMER.CODE_KEY, CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.COMPANY_ID.eq(company.id()))
                .and(CUSTOMER.CODE_KEY.eq(DSL.any(keys)))
                .fetchMap(CUSTOMER.CODE_KEY, CUSTOMER.ID);
    }

    private Told read(OutsideIndicator indicator, Company company, ToldLine line, Map<String, CustomerId> customers) {
        var customer = customers.get(key(line.customer()));
        if (customer == null) {
            throw new Rejected(
                    "ledger.outside.customer", Objects.requireNonNullElse(line.customer(), ""), company.code());
        }
        if (line.value() == null) {
            throw new Rejected("ledger.outside.noValue");
        }
        return new Told(
                customer.value(),
                company.id(),
                OutsideValues.read(indicator, line.value()),
                day(line.day(), company.today(clock)));
    }

    private static LocalDate day(@Nullable String written, LocalDate today) {
        if (written == null || written.isBlank()) {
            return today;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(written.strip());
        } catch (DateTimeException noDate) {
            throw new Rejected("criteria.outside.value.date", written.strip());
        }
        if (day.isAfter(today)) {
            throw new Rejected("ledger.outside.future", day.toString());
        }
        if (day.isBefore(EARLIEST)) {
            throw new Rejected("ledger.outside.early", day.toString(), EARLIEST.toString());
        }
        return day;
    }

    private static String key(@Nullable String code) {
        // A zero byte cannot be asked for: no customer has it in its code.
        return code == null || code.indexOf(0) >= 0 ? "" : code.strip().toUpperCase(Locale.ROOT);
    }
}
