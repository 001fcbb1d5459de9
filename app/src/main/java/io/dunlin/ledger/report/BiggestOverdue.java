package io.dunlin.ledger.report;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerAddress;
import io.dunlin.reporting.BlockContent;
import io.dunlin.reporting.BlockContent.Heads;
import io.dunlin.reporting.BlockContent.Line;
import io.dunlin.reporting.BlockContent.Lines;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.CustomerMarks;
import io.dunlin.reporting.OverviewBlock;
import io.dunlin.tenancy.Role;
import io.dunlin.web.Flag;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customers with the largest overdue amounts. */
@Component
class BiggestOverdue implements OverviewBlock {
    private static final int MOST = 5;

    private final OverdueCustomers customers;
    private final CustomerMarks marks;
    private final Clock clock;

    BiggestOverdue(OverdueCustomers customers, CustomerMarks marks, Clock clock) {
        this.customers = customers;
        this.marks = marks;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "biggest-overdue";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Width width() {
        return Width.THIRD;
    }

    @Override
    public String titleKey() {
        return "ledger.overview.biggest.title";
    }

    @Override
    public Right right() {
        return Right.SEE_CUSTOMERS;
    }

    @Override
    public boolean isFor(Role role) {
        return true;
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
        var page = request.page();
        var largest = customers.largest(Slice.of(request), request.asOf(), MOST);
        var flags = marks.of(
                request.company(), largest.stream().map(OverdueCustomer::code).toList());
        return largest.isEmpty()
                ? CallTheseFirst.nothing(request)
                : new Lines(
                        request.currency(),
                        new Heads(
                                page.text("ledger.report.customer"),
                                page.text("ledger.report.overdue") + ", " + request.currency(),
                                null,
                                page.text("ledger.overview.share")),
                        largest.stream().map(one -> line(one, flags, request)).toList(),
                        null,
                        null,
                        null);
    }

    private static Line line(OverdueCustomer customer, Map<String, Flag> flags, BlockRequest request) {
        var page = request.page();
        return new Line(
                customer.name(),
                flags.get(customer.code()),
                CustomerAddress.of(request.company().code(), customer.code()),
                page.text("ledger.overview.biggest.note", customer.items(), customer.oldestDays()),
                page.number(customer.overdue(), 0),
                null,
                page.number(customer.share(), 1) + "\u00a0%");
    }
}
