package io.dunlin.ledger;

import static io.dunlin.ledger.tables.StageItem.STAGE_ITEM;
import static io.dunlin.ledger.tables.StageUnseen.STAGE_UNSEEN;

import io.dunlin.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The way of rows into the staging area. */
final class ItemStage {
    private static final List<Field<?>> UNSEEN =
            List.of(STAGE_UNSEEN.TENANT_ID, STAGE_UNSEEN.IMPORT_ID, STAGE_UNSEEN.FINGERPRINT);

    private static final List<Field<?>> FIXED = List.of(
            STAGE_ITEM.TENANT_ID,
            STAGE_ITEM.IMPORT_ID,
            STAGE_ITEM.ROW_NUMBER,
            STAGE_ITEM.IDENTITY,
            STAGE_ITEM.FINGERPRINT,
            STAGE_ITEM.CUSTOMER_CODE,
            STAGE_ITEM.CUSTOMER_KEY,
            STAGE_ITEM.CUSTOMER_NAME,
            STAGE_ITEM.KIND,
            STAGE_ITEM.NUMBER,
            STAGE_ITEM.CURRENCY,
            STAGE_ITEM.ORIGINAL_AMOUNT,
            STAGE_ITEM.OPEN_AMOUNT,
            STAGE_ITEM.ISSUE_DATE,
            STAGE_ITEM.DUE_DATE,
            STAGE_ITEM.DUE_DATE_ASSUMED,
            STAGE_ITEM.CLEARED_ON);

    private final DSLContext sql;
    private final String tenant = CurrentTenant.id().toString();
    private final String importId;
    private final List<OptionalItemColumn> optional;
    private final RowFingerprint fingerprint;
    private @Nullable TextCopy copy;

    ItemStage(DSLContext sql, LoadOrder order) {
        this.sql = sql;
        this.importId = Long.toString(order.importId());
        this.optional = Stream.of(OptionalItemColumn.values())
                .filter(column -> order.fields().contains(column.column()))
                .toList();
        this.fingerprint = new RowFingerprint(optional);
    }

    /** From here on rows are staged. No other statement may run until {@link #end}. */
    void begin() {
        var columns = new ArrayList<>(FIXED);
        optional.forEach(column -> columns.add(STAGE_ITEM.field(column.column())));
        copy = Staging.into(sql, STAGE_ITEM, columns);
    }

    long fingerprint(ItemRow row) {
        return fingerprint.of(row);
    }

    void add(ItemRow row, String identity, long hash) {
        var target = running();
        target.add(tenant).add(importId).add(row.rowNumber()).add(identity).add(hash);
        addValues(target, row);
        target.endRow();
    }

    /** The open items that the file has no row equal to. */
    void addUnseen(KnownRows known) {
        copy = Staging.into(sql, STAGE_UNSEEN, UNSEEN);
        var target = running();
        known.eachUnseen(hash -> {
            target.add(tenant).add(importId).add(hash);
            target.endRow();
        });
        end();
    }

    private void addValues(TextCopy target, ItemRow row) {
        var code = row.customerCode().strip();
        target.add(code)
                .add(ItemIdentity.key(code))
                .add(row.customerName())
                .add(row.kind().name())
                .add(row.number())
                .add(row.currency())
                .add(row.originalAmount())
                .add(row.clearedOn() == null ? row.openAmount() : BigDecimal.ZERO)
                .add(row.issueDate())
                .add(row.dueDate() == null ? row.issueDate() : row.dueDate())
                .add(row.dueDate() == null)
                .add(row.clearedOn());
        optional.forEach(column -> target.add(column.textOf(row)));
    }

    void end() {
        running().end();
        copy = null;
    }

    /** Breaks off what is running; without effect where nothing is. */
    void cancel() {
        if (copy != null) {
            copy.cancel();
        }
    }

    private TextCopy running() {
        if (copy == null) {
            throw new IllegalStateException("Nothing is being staged");
        }
        return copy;
    }
}
