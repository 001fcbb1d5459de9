package io.dunlin.insights;

import static io.dunlin.ledger.tables.Item.ITEM;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether there is anything to look at. */
@Component
public class KnownItems {
    private final DSLContext sql;

    public KnownItems(DSLContext sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public boolean any(Company company) {
        return sql.fetchExists(sql.selectOne()
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.COMPANY_ID.eq(company.id()))
                .limit(1));
    }
}
