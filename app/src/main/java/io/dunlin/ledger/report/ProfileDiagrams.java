package io.dunlin.ledger.report;

import io.dunlin.reporting.Diagram;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How many customers have which profile, or what they owe: on the last day, and at the end of each period. */
record ProfileDiagrams(ProfileNames names, Wording words) {
    /** Bars of the last day, each in the colour of its profile. */
    Diagram distribution(GroupedLine totals) {
        var last = names.entries().periods().last();
        var ranks = names.ranks();
        return new Diagram(
                words.say("distribution", words.date(last.to())),
                names.unit(),
                ranks.stream().map(names::of).toList(),
                ranks.stream()
                        .map(rank -> new Diagram.Series(
                                names.of(rank),
                                Diagram.Shape.STACKED,
                                alone(rank, names.measured(totals, rank, last), ranks),
                                List.of(names.tone(rank))))
                        .toList());
    }

    Diagram evolution(GroupedLine totals) {
        var shape = PaymentProfileReport.LINES.equals(words.request().value(PaymentProfileReport.SHAPE))
                ? Diagram.Shape.LINE
                : Diagram.Shape.STACKED;
        var periods = names.entries().periods().all();
        return new Diagram(
                words.say("evolution"),
                names.unit(),
                periods.stream()
                        .map(period -> names.entries()
                                .periods()
                                .label(period, words.request().page()))
                        .toList(),
                names.ranks().stream()
                        .map(rank -> new Diagram.Series(
                                names.of(rank),
                                shape,
                                periods.stream()
                                        .map(period -> names.measured(totals, rank, period))
                                        .toList(),
                                List.of(names.tone(rank))))
                        .toList());
    }

    private static List<@Nullable BigDecimal> alone(int rank, BigDecimal value, List<Integer> ranks) {
        var values = new ArrayList<@Nullable BigDecimal>();
        IntStream.range(0, ranks.size()).forEach(at -> values.add(ranks.get(at) == rank ? value : null));
        return values;
    }
}
