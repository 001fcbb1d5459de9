package io.dunlin.ledger.report;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerAddress;
import io.dunlin.reporting.BlockContent;
import io.dunlin.reporting.BlockContent.Heads;
import io.dunlin.reporting.BlockContent.How;
import io.dunlin.reporting.BlockContent.Line;
import io.dunlin.reporting.BlockContent.Lines;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.CustomerMarks;
import io.dunlin.reporting.OverviewBlock;
import io.dunlin.reporting.Tile;
import io.dunlin.tenancy.Role;
import io.dunlin.web.Flag;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ten customers whose call brings most, each with the reason. */
@Component
class CallTheseFirst implements OverviewBlock {
    private static final int MOST = 10;

    private final OverdueCustomers customers;
    private final CustomerMarks marks;
    private final Clock clock;

    CallTheseFirst(OverdueCustomers customers, CustomerMarks marks, Clock clock) {
        this.customers = customers;
        this.marks = marks;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "call-first";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Width width() {
        return Width.TWO_THIRDS;
    }

    @Override
    public String titleKey() {
        return "ledger.overview.call.title";
    }

    @Override
    public Right right() {
        return Right.SEE_CUSTOMERS;
    }

    @Override
    public boolean isFor(Role role) {
        return role != Role.EXECUTIVE_OFFICER && role != Role.FINANCIAL_CONTROLLER;
    }

    @Override
    public boolean keepsTo(BlockRequest request) {
        return true;
    }

    @Override
    public @Nullable String link(BlockRequest request) {
        return Links.overdueCustomers(request, clock);
    }

    @Override
    public BlockContent content(BlockRequest request) {
        var first = customers.toCall(Slice.of(request), request.asOf(), MOST);
        var page = request.page();
        if (first.isEmpty()) {
            return nothing(request);
        }
        var flags = marks.of(
                request.company(), first.stream().map(OverdueCustomer::code).toList());
        var sum = first.stream().map(OverdueCustomer::overdue).reduce(BigDecimal.ZERO, BigDecimal::add);
        var share = first.stream().map(OverdueCustomer::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Lines(
                page.text("ledger.overview.call.sub", page.date(request.asOf())),
                new Heads(
                        page.text("ledger.report.customer"),
                        page.text("ledger.report.overdue") + ", " + request.currency(),
                        page.text("ledger.overview.call.why"),
                        page.text("ledger.overview.oldest")),
                first.stream().map(customer -> line(customer, flags, request)).toList(),
                page.text(
                        "ledger.overview.call.foot",
                        first.size(),
                        request.currency() + "\u00a0" + page.money(sum),
                        page.number(share.min(BigDecimal.valueOf(100)), 1)),
                new How(
                        page.text("ledger.overview.call.how", CallRank.OLD, CallRank.WORSE, CallRank.LARGE),
                        scores(first, request)),
                null);
    }

    static BlockContent nothing(BlockRequest request) {
        var page = request.page();
        return new BlockContent.Notice(
                "good", "check", page.text("ledger.overview.nothingOverdue", page.date(request.asOf())), null);
    }

    private static Line line(OverdueCustomer customer, Map<String, Flag> flags, BlockRequest request) {
        var page = request.page();
        return new Line(
                customer.name(),
                flags.get(customer.code()),
                CustomerAddress.of(request.company().code(), customer.code()),
                note(customer),
                page.number(customer.overdue(), 0),
                new CallReason(customer, page).reason(),
                page.text("ledger.overview.days", customer.oldestDays()));
    }

    private static String note(OverdueCustomer customer) {
        return String.join(
                " · ",
                Stream.of(customer.code(), customer.city())
                        .filter(Objects::nonNull)
                        .filter(text -> !text.equals(customer.name()))
                        .toList());
    }

    private static List<Tile.Input> scores(List<OverdueCustomer> first, BlockRequest request) {
        var inputs = new ArrayList<Tile.Input>();
        first.forEach(customer -> inputs.add(new Tile.Input(
                customer.name(),
                request.page().number(customer.overdue(), 0)
                        + "\u00a0×\u00a0"
                        + request.page().number(factor(customer), 2)
                        + "\u00a0=\u00a0"
                        + request.page().number(customer.score(), 0))));
        return inputs;
    }

    private static BigDecimal factor(OverdueCustomer customer) {
        return customer.score().divide(customer.overdue(), 2, java.math.RoundingMode.HALF_UP);
    }
}
