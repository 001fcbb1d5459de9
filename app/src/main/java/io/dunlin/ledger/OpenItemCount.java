package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.count;

import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many items of a company are open, as a STOCK file has to expect them. */
@Component
public class OpenItemCount {
    private final DSLContext sql;

    public OpenItemCount(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Refuses a STOCK file that would clear more than half of the open items whatever its rows say, because it has too few of them.
     *
     * @param asOf the day the file describes: items issued later are not cleared by it
     */
    @Transactional(readOnly = true)
    public void refuseTooFew(Company company, LocalDate asOf, long rows) {
        var ofThatDay = count().filterWhere(ITEM.ISSUE_DATE.le(asOf));
        var open = sql.select(count(), ofThatDay)
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.COMPANY_ID.eq(company.id()))
                .and(ITEM.OPEN_UNTIL.eq(History.FOREVER))
                .fetchSingle();
        var atLeast = open.value2() - rows;
        if (atLeast * 2 > open.value1()) {
            throw new ClearsTooMuch(atLeast, open.value1());
        }
    }
}
