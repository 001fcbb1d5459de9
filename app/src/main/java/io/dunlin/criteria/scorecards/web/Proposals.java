package io.dunlin.criteria.scorecards.web;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.scorecards.web.CardDraft.AxisDraft;
import io.dunlin.criteria.scorecards.web.CardDraft.GradeDraft;
import io.dunlin.criteria.scorecards.web.CardDraft.LineDraft;
import java.util.List;
import java.util.stream.IntStream;

/** What the editor begins with: a card that makes sense as it is, bands that suit an indicator. All of it can be changed. */
record Proposals(Catalogue.Entries catalogue) {
    private static final int MOST_CODES = 12;

    CardDraft points() {
        return new CardDraft(
                null,
                false,
                "",
                List.of(
                        new GradeDraft("A", "75"),
                        new GradeDraft("B", "50"),
                        new GradeDraft("C", "25"),
                        new GradeDraft("D", "0")),
                List.of(),
                List.of(
                        line("customer.delay", "40", "", List.of("5", "15", "30", "60"), "100", "85", "60", "30", "0"),
                        line("customer.overduePercent", "30", "", List.of("5", "20", "40"), "100", "70", "35", "0"),
                        // Unknown means here that nothing is overdue.
                        line(
                                "customer.oldest",
                                "30",
                                "100",
                                List.of("15", "30", "60", "90"),
                                "90",
                                "70",
                                "40",
                                "15",
                                "0")),
                "60",
                AxisDraft.NONE,
                AxisDraft.NONE,
                List.of());
    }

    CardDraft matrix() {
        var rows = catalogue.all().stream()
                .map(Indicator::code)
                .filter(code -> code.matches("scorecard\\.\\d+\\.class"))
                .findFirst()
                .map(this::axis)
                .orElseGet(() -> new AxisDraft("customer.delay", false, List.of("10", "30")));
        var columns = new AxisDraft("customer.overduePercent", false, List.of("10", "30"));
        var grades = List.of(
                new GradeDraft("A", ""), new GradeDraft("B", ""), new GradeDraft("C", ""), new GradeDraft("D", ""));
        return new CardDraft(
                null, true, "", grades, List.of(), List.of(), "60", rows, columns, cells(rows, columns, grades));
    }

    /** The bands of an indicator that was just chosen. */
    AxisDraft axis(String code) {
        var indicator = catalogue.find(code).orElse(null);
        if (indicator == null) {
            return new AxisDraft(code, false, List.of());
        }
        return indicator.kind().isCode()
                ? new AxisDraft(code, true, codes(indicator))
                : new AxisDraft(
                        code,
                        false,
                        switch (indicator.kind()) {
                            case DAYS -> List.of("10", "30", "60");
                            case DATE -> List.of("30", "90", "365");
                            case PERCENT -> List.of("10", "25", "50");
                            case AMOUNT -> List.of("1000", "10000", "100000");
                            case COUNT -> List.of("1", "5", "20");
                            case SCORE, RISK -> List.of("25", "50", "75");
                            case TEXT, GRADE, FLAG, CHOICE, SEVERAL -> List.of();
                        });
    }

    /** A line with points that fall from band to band, or rise where more is better. */
    LineDraft line(LineDraft before) {
        var axis = axis(before.axis().indicator());
        var rises = catalogue
                .find(axis.indicator())
                .map(Indicator::kind)
                .filter(kind -> kind == Indicator.Kind.SCORE)
                .isPresent();
        var last = Math.max(1, axis.size() - 1 - (axis.codes() ? 1 : 0));
        var points = IntStream.range(0, axis.size())
                .mapToObj(at -> at > last ? "0" : Integer.toString(rises ? 100 * at / last : 100 - 100 * at / last))
                .toList();
        return new LineDraft(axis, before.weight().isEmpty() ? "10" : before.weight(), points, before.missing());
    }

    /** From the best at the top left to the worst at the bottom right. */
    static List<List<String>> cells(AxisDraft rows, AxisDraft columns, List<GradeDraft> grades) {
        var furthest = Math.max(1, rows.size() + columns.size() - 2);
        return IntStream.range(0, rows.size())
                .mapToObj(row -> IntStream.range(0, columns.size())
                        .mapToObj(column -> grades.isEmpty()
                                ? ""
                                : grades.get((row + column) * (grades.size() - 1) / furthest)
                                        .name())
                        .toList())
                .toList();
    }

    /** Grades with the best first. */
    private static List<String> codes(Indicator indicator) {
        var codes = indicator.choices().get().stream()
                .map(Choice::value)
                .limit(MOST_CODES)
                .toList();
        return indicator.kind() == Indicator.Kind.GRADE ? codes.reversed() : codes;
    }

    private static LineDraft line(
            String indicator, String weight, String missing, List<String> ends, String... points) {
        return new LineDraft(new AxisDraft(indicator, false, ends), weight, List.of(points), missing);
    }
}
