package io.dunlin.intake;

import io.dunlin.kernel.Right;
import io.dunlin.reporting.BlockContent;
import io.dunlin.reporting.BlockContent.Heads;
import io.dunlin.reporting.BlockContent.Line;
import io.dunlin.reporting.BlockContent.Lines;
import io.dunlin.reporting.BlockContent.Notice;
import io.dunlin.reporting.BlockContent.Reason;
import io.dunlin.reporting.BlockContent.Way;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.OverviewBlock;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.RoleRights;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.UserId;
import io.dunlin.tenancy.Users;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the data can be trusted: the latest imports, who made them, what they rejected, and how old the items are. */
@Component
class ImportHealth implements OverviewBlock {
    static final int OLD_DAYS = 7;
    private static final int LOOKED_AT = 20;
    private static final int SHOWN = 4;

    private final Imports imports;
    private final Users users;
    private final Clock clock;

    ImportHealth(Imports imports, Users users, Clock clock) {
        this.imports = imports;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "imports";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Width width() {
        return Width.THIRD;
    }

    @Override
    public String titleKey() {
        return "intake.health.title";
    }

    @Override
    public Right right() {
        return Right.IMPORT;
    }

    @Override
    public boolean isFor(Role role) {
        return RoleRights.of(role).contains(Right.IMPORT);
    }

    @Override
    public boolean isHeavy() {
        return false;
    }

    @Override
    public BlockContent content(BlockRequest request) {
        var page = request.page();
        var applied = imports.applied(request.company().id(), LOOKED_AT);
        if (applied.isEmpty()) {
            return new Notice(
                    "",
                    "upload",
                    page.text("intake.health.none"),
                    new Way(page.text("intake.health.import"), "/imports"));
        }
        var items = applied.stream()
                .filter(one -> one.subject() == Subject.ITEMS)
                .findFirst()
                .orElse(null);
        var names = users.all().stream().collect(Collectors.toMap(User::id, User::name));
        return new Lines(
                items == null ? "" : page.text("intake.health.sub", age(items, request)),
                new Heads(
                        page.text("intake.health.file"),
                        page.text("intake.health.rows"),
                        page.text("intake.health.state"),
                        null),
                applied.stream()
                        .limit(SHOWN)
                        .map(one -> line(one, names, request))
                        .toList(),
                null,
                null,
                items == null ? null : warning(items, request));
    }

    private long age(Import items, BlockRequest request) {
        return Math.max(
                0, ChronoUnit.DAYS.between(items.asOf(), request.company().today(clock)));
    }

    private @Nullable Notice warning(Import items, BlockRequest request) {
        var page = request.page();
        var age = age(items, request);
        return age <= OLD_DAYS
                ? null
                : new Notice(
                        "warn",
                        "clock",
                        page.text("intake.health.old", page.date(items.asOf()), age),
                        new Way(page.text("intake.health.import"), "/imports"));
    }

    private static Line line(Import one, Map<UserId, String> names, BlockRequest request) {
        var page = request.page();
        var when = page.time(one.appliedAt() == null ? one.createdAt() : one.appliedAt());
        var who = one.user() == null ? "" : names.getOrDefault(one.user(), "");
        var rejected = one.counts().rejected();
        return new Line(
                one.fileName(),
                "/imports/" + one.id(),
                who.isEmpty() ? when : page.text("intake.health.by", when, who),
                page.count(one.counts().read()),
                rejected == 0
                        ? null
                        : new Reason(
                                "warn",
                                "alert",
                                page.text("intake.health.rejected", rejected),
                                page.text("intake.health.rejected.detail")),
                null);
    }
}
