package io.dunlin.ledger.report;

import io.dunlin.reporting.Diagram;
import io.dunlin.reporting.Tile;
import io.dunlin.web.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands above the table of an ageing: the sentence, the figures, the columns by age. */
record AgeingWords(AgeingQuestion question, Page page) {
    static String label(Bucket bucket, Page page) {
        return switch (bucket.kind()) {
            case NOT_DUE -> page.text("ledger.report.notDue");
            case CREDITS -> page.text("ledger.report.credits");
            case OVERDUE -> page.text("ledger.report.daysOverdue", bucket.days());
        };
    }

    String lead(AgeingLine.Answer answer) {
        var totals = answer.totals();
        if (totals.items() == 0) {
            return page.text("ledger.report.ageing.nothing", page.date(question.asOf()));
        }
        return page.text(
                "ledger.report.ageing.lead",
                money(totals.overdue()),
                money(totals.total()),
                percent(totals.overduePercent()),
                page.date(question.asOf()),
                totals.items(),
                answer.customers());
    }

    List<Tile> tiles(AgeingLine.Answer answer) {
        var totals = answer.totals();
        var tiles = new ArrayList<Tile>();
        tiles.add(sum(
                "total",
                "ledger.report.receivable",
                totals.total(),
                page.text("ledger.report.openItems", totals.items(), answer.customers()),
                ""));
        tiles.add(new Tile(
                "overdue",
                page.text("ledger.report.overdue"),
                totals.overdue(),
                page.money(totals.overdue()),
                currency(),
                page.text("ledger.report.ofReceivable", percent(totals.overduePercent())),
                totals.overdue().signum() > 0 ? "bad" : "",
                page.text(
                        question.credits() == Credits.COLUMN
                                ? "ledger.report.overdue.how.column"
                                : "ledger.report.overdue.how.netted",
                        page.date(question.asOf())),
                inputs(totals)));
        for (var number = 0; number < question.buckets().size(); number++) {
            var bucket = question.buckets().get(number);
            if (bucket.kind() == Bucket.Kind.CREDITS || bucket.to() == Bucket.OPEN_END) {
                tiles.add(sum(
                        bucket.key(),
                        label(bucket, page),
                        totals.amounts().get(number),
                        bucket.kind() == Bucket.Kind.CREDITS ? page.text("ledger.report.credits.note") : null,
                        bucket.kind() == Bucket.Kind.OVERDUE
                                        && totals.amounts().get(number).signum() > 0
                                ? "bad"
                                : ""));
            }
        }
        return tiles;
    }

    Diagram diagram(AgeingLine totals) {
        var buckets = question.buckets();
        var tones = new ArrayList<String>();
        for (var number = 0; number < buckets.size(); number++) {
            tones.add(buckets.get(number).kind() == Bucket.Kind.CREDITS ? "good" : "age-" + Math.min(number, 5));
        }
        return new Diagram(
                page.text("ledger.report.ageing.diagram"),
                currency(),
                buckets.stream().map(bucket -> label(bucket, page)).toList(),
                List.of(new Diagram.Series(
                        page.text("ledger.report.receivable"), Diagram.Shape.BARS, totals.amounts(), tones)));
    }

    private List<Tile.Input> inputs(AgeingLine totals) {
        var inputs = new ArrayList<Tile.Input>();
        for (var number = 0; number < question.buckets().size(); number++) {
            inputs.add(new Tile.Input(
                    label(question.buckets().get(number), page),
                    page.money(totals.amounts().get(number))));
        }
        inputs.add(new Tile.Input(page.text("ledger.report.total"), page.money(totals.total())));
        return inputs;
    }

    private Tile sum(String key, String label, BigDecimal amount, @Nullable String note, String tone) {
        return new Tile(key, page.text(label), amount, page.money(amount), currency(), note, tone, null, List.of());
    }

    private String money(BigDecimal amount) {
        return currency() + "\u00a0" + page.money(amount);
    }

    private String percent(@Nullable BigDecimal percent) {
        return percent == null ? "\u2013" : page.number(percent, 1) + "\u00a0%";
    }

    private String currency() {
        return question.company().currency().getCurrencyCode();
    }
}
