package io.dunlin.tenancy;

import static io.dunlin.tenancy.tables.Company.COMPANY;
import static io.dunlin.tenancy.tables.UserAccount.USER_ACCOUNT;
import static org.jooq.impl.DSL.selectOne;

import io.dunlin.kernel.Rejected;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes companies with all that any module keeps of them, wholly or not at all. The audit trail stays. */
@Component
public class CompanyRemovals {
    private final DSLContext sql;
    private final List<CompanyRemoval> modules;

    public CompanyRemovals(DSLContext sql, List<CompanyRemoval> modules) {
        this.sql = sql;
        this.modules = modules.stream()
                .sorted(Comparator.comparingInt(CompanyRemoval::order))
                .toList();
    }

    /** Refuses to remove all companies of the tenant: one must stay. */
    @Transactional
    public void remove(List<CompanyId> companies) {
        if (!sql.fetchExists(selectOne()
                .from(COMPANY)
                .where(COMPANY.TENANT_ID.eq(CurrentTenant.id()))
                .and(COMPANY.ID.notIn(companies)))) {
            throw new Rejected("tenancy.rejected.last_company");
        }
        modules.forEach(module -> module.remove(companies));
        sql.update(USER_ACCOUNT)
                .setNull(USER_ACCOUNT.COMPANY_ID)
                .where(USER_ACCOUNT.TENANT_ID.eq(CurrentTenant.id()))
                .and(USER_ACCOUNT.COMPANY_ID.in(companies))
                .execute();
        sql.deleteFrom(COMPANY)
                .where(COMPANY.TENANT_ID.eq(CurrentTenant.id()))
                .and(COMPANY.ID.in(companies))
                .execute();
    }
}
