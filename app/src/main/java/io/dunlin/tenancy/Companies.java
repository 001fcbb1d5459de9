package io.dunlin.tenancy;

import static io.dunlin.tenancy.tables.Company.COMPANY;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The companies of the current tenant. */
@Component
public class Companies {
    private final DSLContext sql;
    private final Clock clock;

    public Companies(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** By code. */
    @Transactional(readOnly = true)
    public List<Company> all() {
        return sql.selectFrom(COMPANY)
                .where(COMPANY.TENANT_ID.eq(CurrentTenant.id()))
                .orderBy(COMPANY.CODE)
                .fetch(Companies::company);
    }

    @Transactional(readOnly = true)
    public Company get(CompanyId id) {
        return find(COMPANY.ID.eq(id)).orElseThrow(() -> new NotFound("Company", id));
    }

    @Transactional(readOnly = true)
    public Optional<Company> find(String code) {
        return find(COMPANY.CODE.eq(code));
    }

    /** Those that were made up to try things with; by code. */
    @Transactional(readOnly = true)
    public List<Company> demo() {
        return sql.selectFrom(COMPANY)
                .where(COMPANY.TENANT_ID.eq(CurrentTenant.id()))
                .and(COMPANY.IS_DEMO)
                .orderBy(COMPANY.CODE)
                .fetch(Companies::company);
    }

    /** Refuses a code that another company of the tenant has. */
    @Transactional
    public CompanyId create(String code, String name, Currency currency, ZoneId zone) {
        return create(code, name, currency, zone, false);
    }

    /** As {@link #create}, for a company that is one of {@link #demo}. */
    @Transactional
    public CompanyId createDemo(String code, String name, Currency currency, ZoneId zone) {
        return create(code, name, currency, zone, true);
    }

    private CompanyId create(String code, String name, Currency currency, ZoneId zone, boolean isDemo) {
        return sql.insertInto(COMPANY)
                .set(COMPANY.TENANT_ID, CurrentTenant.id())
                .set(COMPANY.CODE, code)
                .set(COMPANY.NAME, name)
                .set(COMPANY.CURRENCY, currency.getCurrencyCode())
                .set(COMPANY.TIME_ZONE, zone.getId())
                .set(COMPANY.IS_DEMO, isDemo)
                .set(COMPANY.CREATED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .onConflict(COMPANY.TENANT_ID, COMPANY.CODE)
                .doNothing()
                .returningResult(COMPANY.ID)
                .fetchOptional(COMPANY.ID)
                .orElseThrow(() -> new Rejected("tenancy.rejected.company_code_taken", code));
    }

    /** All but code and currency, which stay. Refuses where somebody else has changed the company since it was read. */
    @Transactional
    public void change(Company changed) {
        var rows = sql.update(COMPANY)
                .set(COMPANY.NAME, changed.name())
                .set(COMPANY.LEGAL_ID, changed.legalId())
                .set(COMPANY.VAT_NUMBER, changed.vatNumber())
                .set(COMPANY.ADDRESS, changed.address())
                .set(COMPANY.ZIP, changed.zip())
                .set(COMPANY.CITY, changed.city())
                .set(COMPANY.COUNTRY, changed.country())
                .set(COMPANY.TIME_ZONE, changed.zone().getId())
                .set(COMPANY.FISCAL_YEAR_START, (short) changed.fiscalYearStart())
                .set(COMPANY.INTEREST_RATE, changed.interestRate())
                .set(
                        COMPANY.AGEING_BRACKETS,
                        changed.ageingBrackets().stream()
                                .map(Integer::shortValue)
                                .toArray(Short[]::new))
                .set(COMPANY.VERSION, COMPANY.VERSION.plus(1))
                .where(COMPANY.TENANT_ID.eq(CurrentTenant.id()))
                .and(COMPANY.ID.eq(changed.id()))
                .and(COMPANY.VERSION.eq(changed.version()))
                .execute();
        if (rows == 0) {
            throw new Rejected("tenancy.rejected.changed_meanwhile");
        }
    }

    private Optional<Company> find(Condition condition) {
        return sql.selectFrom(COMPANY)
                .where(COMPANY.TENANT_ID.eq(CurrentTenant.id()))
                .and(condition)
                .fetchOptional(Companies::company);
    }

    private static Company company(Record row) {
        return new Company(
                row.get(COMPANY.ID),
                row.get(COMPANY.CODE),
                row.get(COMPANY.NAME),
                row.get(COMPANY.LEGAL_ID),
                row.get(COMPANY.VAT_NUMBER),
                row.get(COMPANY.ADDRESS),
                row.get(COMPANY.ZIP),
                row.get(COMPANY.CITY),
                row.get(COMPANY.COUNTRY),
                Currency.getInstance(row.get(COMPANY.CURRENCY)),
                ZoneId.of(row.get(COMPANY.TIME_ZONE)),
                row.get(COMPANY.FISCAL_YEAR_START),
                row.get(COMPANY.INTEREST_RATE),
                Arrays.stream(row.get(COMPANY.AGEING_BRACKETS))
                        .map(Short::intValue)
                        .toList(),
                row.get(COMPANY.VERSION));
    }
}
