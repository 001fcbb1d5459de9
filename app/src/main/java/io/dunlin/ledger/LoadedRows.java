package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static io.dunlin.ledger.tables.ItemBefore.ITEM_BEFORE;
import static io.dunlin.ledger.tables.StageDifference.STAGE_DIFFERENCE;
import static io.dunlin.ledger.tables.StageItem.STAGE_ITEM;
import static io.dunlin.ledger.tables.StageUnseen.STAGE_UNSEEN;

import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import org.jooq.Condition;

/** Which rows of the staging area, of the ledger and of what was remembered belong to a load, and to each other. */
record LoadedRows(TenantId tenant, LoadOrder order) {
    LoadedRows(LoadOrder order) {
        this(CurrentTenant.id(), order);
    }

    Condition staged() {
        return STAGE_ITEM.TENANT_ID.eq(tenant).and(STAGE_ITEM.IMPORT_ID.eq(order.importId()));
    }

    Condition unseen() {
        return STAGE_UNSEEN.TENANT_ID.eq(tenant).and(STAGE_UNSEEN.IMPORT_ID.eq(order.importId()));
    }

    Condition inCompany() {
        return ITEM.TENANT_ID.eq(tenant).and(ITEM.COMPANY_ID.eq(order.company().id()));
    }

    Condition isItemOfRow() {
        return inCompany().and(ITEM.IDENTITY.eq(STAGE_ITEM.IDENTITY));
    }

    Condition isCustomerOfRow() {
        return CUSTOMER.TENANT_ID
                .eq(tenant)
                .and(CUSTOMER.COMPANY_ID.eq(order.company().id()))
                .and(CUSTOMER.CODE_KEY.eq(STAGE_ITEM.CUSTOMER_KEY));
    }

    Condition isDifferent() {
        return STAGE_DIFFERENCE.TENANT_ID.eq(tenant).and(STAGE_DIFFERENCE.IMPORT_ID.eq(order.importId()));
    }

    /** A staged row and the item that it says something else of. */
    Condition isChanged() {
        return isDifferent()
                .and(staged())
                .and(STAGE_ITEM.ROW_NUMBER.eq(STAGE_DIFFERENCE.ROW_NUMBER))
                .and(ITEM.TENANT_ID.eq(tenant))
                .and(ITEM.ID.eq(STAGE_DIFFERENCE.ITEM_ID));
    }

    /** Changed by the load: its item as it was before is kept for the way back. */
    Condition isRemembered() {
        return ITEM_BEFORE
                .TENANT_ID
                .eq(tenant)
                .and(ITEM_BEFORE.IMPORT_ID.eq(order.importId()))
                .and(ITEM.TENANT_ID.eq(tenant))
                .and(ITEM.ID.eq(ITEM_BEFORE.ID));
    }
}
