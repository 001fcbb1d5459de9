package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemPeriod.ITEM_PERIOD;

import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;

/**
 * Whose days sales outstanding at the end of which day.
 *
 * @param slice customers that count
 * @param by what a line stands for
 */
record DsoQuestion(Company company, LocalDate asOf, Slice slice, GroupBy by) {
    /** By customer. */
    DsoQuestion(Company company, LocalDate asOf, Slice slice) {
        this(company, asOf, slice, GroupBy.BY_CUSTOMER);
    }

    OpenAsOf open(LocalDate date) {
        return new OpenAsOf(company, date, slice.holds(ITEM_PERIOD.CUSTOMER_ID, ITEM_PERIOD.ITEM_ID));
    }

    Balances balances(List<LocalDate> days) {
        return new Balances(company, days, slice.holds(ITEM_PERIOD.CUSTOMER_ID, ITEM_PERIOD.ITEM_ID));
    }

    /** On {@code item}: invoices and credit notes issued up to the day. Their amounts including tax are the sales. */
    Condition sales() {
        return ITEM.TENANT_ID
                .eq(CurrentTenant.id())
                .and(ITEM.COMPANY_ID.eq(company.id()))
                .and(ITEM.ISSUE_DATE.le(asOf))
                .and(ITEM.KIND.in(ItemKind.INVOICE.name(), ItemKind.CREDIT_NOTE.name()))
                .and(slice.holds(ITEM.CUSTOMER_ID, ITEM.ID));
    }

    /** Sales of past months that no items tell of. */
    ImportedSales imported() {
        return new ImportedSales(company, asOf, slice(), false);
    }

    /** First day of the last 12 months, the day of the question included. */
    LocalDate yearStart() {
        return asOf.minusYears(1).plusDays(1);
    }
}
