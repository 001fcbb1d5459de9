package io.dunlin.tenancy;

import static io.dunlin.tenancy.tables.Login.LOGIN;
import static io.dunlin.tenancy.tables.Tenant.TENANT;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Sequence;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The subscribers of this installation. */
@Component
public class Tenants {
    private static final Sequence<Long> NUMBER = DSL.sequence(DSL.name("tenancy", "tenant_number"), Long.class);

    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    public Tenants(DSLContext sql, TransactionTemplate transaction, Clock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    /** Creates a tenant without companies and users. */
    public TenantId create(String name, Currency currency) {
        return create(name, currency, () -> {});
    }

    /**
     * Creates a tenant and, in the same transaction and for the new tenant, whatever else it starts with.
     *
     * <p>Runs its own transaction: the number must be known before the row may be written.
     */
    public TenantId create(String name, Currency currency, Runnable beginnings) {
        var id = new TenantId(sql.nextval(NUMBER));
        CurrentTenant.run(
                id,
                () -> transaction.executeWithoutResult(status -> {
                    sql.insertInto(TENANT)
                            .set(TENANT.TENANT_ID, id)
                            .set(TENANT.NAME, name)
                            .set(TENANT.CURRENCY, currency.getCurrencyCode())
                            .set(TENANT.CREATED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                            .execute();
                    beginnings.run();
                }));
        events.publishEvent(new TenantCreated(id));
        return id;
    }

    /** Those that somebody can sign in to: what work over all tenants goes through. */
    public List<TenantId> withUsers() {
        return sql.selectDistinct(LOGIN.TENANT_ID)
                .from(LOGIN)
                .orderBy(LOGIN.TENANT_ID)
                .fetch(LOGIN.TENANT_ID);
    }
}
