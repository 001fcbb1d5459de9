package io.dunlin.ledger;

import static io.dunlin.ledger.tables.StageCustomer.STAGE_CUSTOMER;

import io.dunlin.kernel.SearchKey;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** One file of customers on its way into the ledger: {@link #add} every row, then {@link #apply} once. */
public final class CustomerLoad implements AutoCloseable {
    /** So many that the planner must be told. */
    private static final int MANY = 1000;

    private final DSLContext sql;
    private final LoadOrder order;
    private final Facts facts;
    private final Clock clock;
    private final String tenant = CurrentTenant.id().toString();
    private final TextCopy copy;
    private long rows;

    CustomerLoad(DSLContext sql, LoadOrder order, Facts facts, Clock clock) {
        this.sql = sql;
        this.order = order;
        this.facts = facts;
        this.clock = clock;
        this.copy = Staging.into(sql, STAGE_CUSTOMER, Arrays.asList(columns()));
    }

    private static Field<?>[] columns() {
        return STAGE_CUSTOMER.fields();
    }

    /** Stages the row. */
    public void add(CustomerRow row) {
        var code = row.code().strip();
        copy.add(tenant)
                .add(order.importId())
                .add(row.rowNumber())
                .add(code)
                .add(ItemIdentity.key(code))
                .add(row.name())
                .add(SearchKey.of(row.name(), code))
                .add(row.tradingName())
                .add(row.legalId())
                .add(LegalId.of(row.legalId(), row.country()).map(LegalId::key).orElse(null))
                .add(row.vatNumber())
                .add(row.businessLine())
                .add(row.website())
                .add(row.address())
                .add(row.postBox())
                .add(row.zip())
                .add(row.city())
                .add(row.state())
                .add(row.country())
                .add(row.phone())
                .add(row.language())
                .add(row.paymentTerms())
                .add(row.paymentMeans())
                .add(row.parentNumber())
                .add(row.blocked())
                .add(row.comment())
                .add(arrayOf(row.groups()));
        row.custom().forEach(copy::add);
        copy.add(row.collector());
        rows++;
        copy.endRow();
    }

    /** Compares what was staged with the ledger and applies the difference. */
    public LoadOutcome apply(Consumer<String> step) {
        copy.end();
        step.accept("ledger.load.step.compare");
        Staging.refreshStatistics(sql);
        var diff = new CustomerDiff(sql, order, clock);
        var rejected = diff.removeDuplicates();
        diff.forgetEarlierImports();
        if (diff.createDebtors() >= MANY) {
            Staging.refreshDebtorStatistics(sql);
        }
        step.accept("ledger.load.step.apply");
        diff.rememberChanged();
        var changed = diff.updateChanged();
        var added = diff.insertNew();
        if (added >= MANY) {
            // A connection that has met few customers so far would look for each group member among all of them.
            Staging.refreshLedgerStatistics(sql);
        }
        new GroupsOfFile(sql, order).apply();
        var remarks = new CollectorsOfFile(sql, order).apply();
        if (added + changed > 0) {
            step.accept("ledger.load.step.facts");
            facts.rebuild(order.company());
        }
        return new LoadOutcome(added, changed, rows - rejected.size() - added - changed, 0, rejected, remarks);
    }

    @Override
    public void close() {
        copy.cancel();
    }

    /** PostgreSQL's text form of an array: quoted elements in braces. */
    private static @Nullable String arrayOf(@Nullable List<String> values) {
        return values == null
                ? null
                : values.stream()
                        .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
