package io.dunlin.ledger.report;

import io.dunlin.reporting.BlockContent;
import io.dunlin.reporting.BlockContent.Lead;
import io.dunlin.reporting.BlockContent.Notice;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.Tile;
import io.dunlin.web.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the key figures say.
 *
 * @param points the ends of past months, and the day of the request last
 */
record KeyFigureWords(BlockRequest request, List<DsoPoint> points, OverdueCustomer.Totals totals) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** For the time after the last items of a file are settled: leads to a day with something to see. */
    static BlockContent seeDay(BlockRequest request, LocalDate day) {
        var page = request.page();
        return new Notice(
                "",
                "info",
                page.text("ledger.overview.allSettled", page.date(request.asOf()), page.date(day)),
                new BlockContent.Way(page.text("ledger.overview.seeDay", page.date(day)), "/overview?asOf=" + day));
    }

    List<Tile> tiles() {
        var now = points.getLast();
        return List.of(
                new Tile(
                        "receivable",
                        text("ledger.report.receivable"),
                        now.receivable(),
                        amount(now.receivable()),
                        request.currency(),
                        now.unconverted() == 0
                                ? text("ledger.report.openItems", totals.items(), totals.owing())
                                : text("ledger.overview.unconverted", totals.items(), now.unconverted()),
                        "",
                        text("ledger.overview.receivable.how", page().date(request.asOf())),
                        List.of(
                                new Tile.Input(
                                        text("ledger.report.notDue.andCredits"),
                                        page().money(now.receivable().subtract(totals.overdue()))),
                                new Tile.Input(text("ledger.report.overdue"), page().money(totals.overdue())),
                                new Tile.Input(text("ledger.report.total"), page().money(now.receivable())))),
                new Tile(
                        "overdue",
                        text("ledger.report.overdue"),
                        totals.overdue(),
                        amount(totals.overdue()),
                        request.currency(),
                        share(now),
                        totals.overdue().signum() > 0 ? "bad" : "",
                        text("ledger.report.overdue.how.column", page().date(request.asOf())),
                        List.of(
                                new Tile.Input(text("ledger.report.overdue"), page().money(totals.overdue())),
                                new Tile.Input(text("ledger.report.receivable"), page().money(now.receivable())))),
                dso(now),
                new Tile(
                        "customers",
                        text("ledger.overview.customers"),
                        totals.customers(),
                        page().count(totals.customers()),
                        null,
                        text("ledger.overview.customers.note", totals.owing()),
                        "",
                        null,
                        List.of()));
    }

    Lead lead() {
        if (totals.overdue().signum() == 0) {
            return new Lead(
                    text("ledger.overview.lead.none", money(points.getLast().receivable())), "");
        }
        var percent = percent(points.getLast());
        // Credits may make the balance smaller than what is overdue: then a share says nothing.
        var main = percent == null || percent.compareTo(HUNDRED) > 0
                ? text("ledger.overview.lead.credit", money(totals.overdue()))
                : text("ledger.overview.lead", money(totals.overdue()), page().number(percent, 1));
        return new Lead(
                main,
                totals.customers() == 1
                        ? text("ledger.overview.lead.one")
                        : text("ledger.overview.lead.half", totals.half(), totals.customers()));
    }

    private Tile dso(DsoPoint now) {
        var beyond = now.calculation().beyondHistory();
        return new Tile(
                "dso",
                text("ledger.report.dso.short"),
                now.days(),
                (beyond ? ">\u00a0" : "") + page().number(now.days(), 1),
                text("ledger.report.dso.unit"),
                beyond
                        ? text("ledger.report.dso.beyond")
                        : text(
                                "ledger.overview.dso.note",
                                page().number(now.currentDays(), 1),
                                page().number(now.overdueDays(), 1)),
                "",
                text("ledger.overview.dso.how"),
                List.of(
                        new Tile.Input(text("ledger.report.receivable"), page().money(now.receivable())),
                        new Tile.Input(text("ledger.report.dso.tile.current"), page().number(now.currentDays(), 1)),
                        new Tile.Input(text("ledger.report.dso.tile.overdue"), page().number(now.overdueDays(), 1))));
    }

    /** "24.5 % of the receivable, 1.3 points less than on 31/10". */
    private @Nullable String share(DsoPoint now) {
        var percent = percent(now);
        if (percent == null) {
            return null;
        }
        if (percent.compareTo(HUNDRED) > 0) {
            return text("ledger.overview.share.over");
        }
        var figure = page().number(percent, 1) + "\u00a0%";
        var before = points.size() < 2 ? null : percent(points.get(points.size() - 2));
        if (before == null) {
            return text("ledger.report.ofReceivable", figure);
        }
        var change = percent.subtract(before);
        return text(
                change.signum() > 0 ? "ledger.overview.share.up" : "ledger.overview.share.down",
                figure,
                page().number(change.abs(), 1));
    }

    private static @Nullable BigDecimal percent(DsoPoint point) {
        return point.receivable().signum() <= 0
                ? null
                : point.overdue().multiply(HUNDRED).divide(point.receivable(), 1, RoundingMode.HALF_UP);
    }

    private String money(BigDecimal amount) {
        return request.currency() + "\u00a0" + amount(amount);
    }

    /** Without cents: at a glance they hide the figure. The report has them. */
    private String amount(BigDecimal amount) {
        return page().number(amount, 0);
    }

    private String text(String key, Object... places) {
        return page().text(key, places);
    }

    private Page page() {
        return request.page();
    }
}
