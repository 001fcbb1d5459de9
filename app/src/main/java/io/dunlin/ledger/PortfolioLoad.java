package io.dunlin.ledger;

import static io.dunlin.ledger.tables.StagePortfolio.STAGE_PORTFOLIO;

import io.dunlin.ledger.PortfolioDiff.Removed;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.ImportedUsers;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.Users;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** One file of users with their customers on its way into the ledger: {@link #add} every row, then {@link #apply} once. */
public final class PortfolioLoad implements AutoCloseable {
    private static final int MOST_CODES_TOLD = 20;

    private final DSLContext sql;
    private final LoadOrder order;
    private final ImportedUsers users;
    private final AuditTrail audit;
    private final TenantId tenant = CurrentTenant.id();
    private final TextCopy copy;
    private final List<LoadOutcome.RejectedRow> rejected = new ArrayList<>();
    private final List<LoadOutcome.RejectedRow> remarks = new ArrayList<>();
    private long rows;

    PortfolioLoad(DSLContext sql, LoadOrder order, ImportedUsers users, AuditTrail audit) {
        this.sql = sql;
        this.order = order;
        this.users = users;
        this.audit = audit;
        this.copy = Staging.into(sql, STAGE_PORTFOLIO, Arrays.asList(STAGE_PORTFOLIO.fields()));
    }

    /** Stages the row. */
    public void add(PortfolioRow row) {
        if (row.customerCodes().isEmpty()) {
            stage(row, null);
        }
        row.customerCodes().forEach(code -> stage(row, code));
        rows++;
    }

    private void stage(PortfolioRow row, @Nullable String code) {
        copy.add(tenant.value())
                .add(order.importId())
                .add(row.rowNumber())
                .add(row.email().strip())
                .add(Users.key(row.email()))
                .add(row.name())
                .add(row.role() == null ? null : row.role().name())
                .add(code)
                .add(code == null ? null : ItemIdentity.key(code));
        copy.endRow();
    }

    /** Creates the users that are new and changes who looks after which customers. */
    public LoadOutcome apply(Consumer<String> step) {
        copy.end();
        step.accept("ledger.load.step.compare");
        Staging.refreshStatistics(sql);
        var diff = new PortfolioDiff(sql, order);
        tell(diff, diff.removeWithoutCustomer(), "customer_codes", "ledger.load.unknownCustomer");
        tell(diff, diff.removeWithoutRole(), "user_role", "ledger.load.roleMissing");
        step.accept("ledger.load.step.apply");
        var wanted = diff.newUsers();
        var taken = users.taken(wanted);
        tell(diff, diff.removeUsers(taken), "user_email", "ledger.load.emailTaken");
        var created = users.add(wanted.stream()
                .filter(user -> !taken.contains(Users.key(user.email())))
                .toList());
        diff.noteCreated(created);
        tell(diff, diff.removeOtherCollectors(), "customer_codes", "ledger.load.otherCollector");
        remarks.addAll(diff.otherRoles());
        var before = new AssignmentsBefore(sql, order);
        before.forgetEarlierImports();
        before.remember(diff.concernedCustomers());
        var counted = diff.counted();
        var removed = order.mode() == LoadOrder.Mode.STOCK ? diff.removeOthers() : 0;
        diff.assignCollectors();
        diff.addColleagues();
        audit.record(
                "users.imported",
                order.company().name(),
                Map.of("created", created.size(), "removed", removed, "import", order.importId()));
        var unchanged = rows - rejected.size() - counted.added() - counted.changed();
        return new LoadOutcome(counted.added(), counted.changed(), unchanged, removed, rejected, remarks);
    }

    /** A row of which nothing is left was refused; else the rest of it counts, and the user is told what does not. */
    private void tell(PortfolioDiff diff, List<Removed> removed, String field, String reason) {
        if (removed.isEmpty()) {
            return;
        }
        var byRow = removed.stream().collect(Collectors.groupingBy(Removed::row, TreeMap::new, Collectors.toList()));
        var left = diff.stillThere(byRow.keySet());
        byRow.forEach((row, parts) -> {
            var values = parts.stream().map(Removed::value).distinct().limit(MOST_CODES_TOLD);
            var told = values.collect(Collectors.joining(", "));
            var list = left.contains(row) ? remarks : rejected;
            list.add(new LoadOutcome.RejectedRow(row, field, told, reason, List.of(told)));
        });
    }

    @Override
    public void close() {
        copy.cancel();
    }
}
