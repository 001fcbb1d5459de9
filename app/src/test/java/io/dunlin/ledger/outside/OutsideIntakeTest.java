package io.dunlin.ledger.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.outside.OutsideIndicator;
import io.dunlin.criteria.outside.OutsideIndicators;
import io.dunlin.criteria.outside.OutsideSheet;
import io.dunlin.criteria.outside.OutsideSheet.Said;
import io.dunlin.criteria.outside.OutsideSheets;
import io.dunlin.criteria.outside.OutsideValues;
import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.SamplePortfolio;
import io.dunlin.ledger.outside.OutsideIntake.Outcome;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.TestLedger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OutsideIntakeTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final OutsideIndicators indicators = new OutsideIndicators(
            ledger.sql(),
            ledger.clock(),
            new AuditTrail(ledger.sql(), ledger.clock(), new CurrentUser(), JsonMapper.shared()));
    private final OutsideIntake intake = new OutsideIntake(
            ledger.sql(), new OutsideValues(ledger.sql(), ledger.clock()), ledger.clock(), event -> this.published++);
    private final OutsideSheets sheets =
            new OutsideSheets(ledger.sql(), indicators, new Users(ledger.sql(), ledger.clock()));
    private OutsideIndicator score = new OutsideIndicator(1, "", "", "", Kind.SCORE, List.of());
    private CustomerId first = new CustomerId(1);
    private int published;

    @BeforeEach
    void two_customers() {
        var portfolio = new SamplePortfolio(ledger);
        first = portfolio.customer("C-1", "Estran");
        portfolio.customer("C-2", "Marée");
        score = ledger.inTenant(() -> indicators.add("Failure score", "Bureau", Kind.SCORE, List.of()));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void customers_are_found_by_their_codes_in_any_case() {
        var outcome = take(line(1, " c-1 ", "70", null), line(2, "C-2", "55", "2026-11-01"));

        assertThat(outcome).isEqualTo(new Outcome(2, 2, List.of()));
        assertThat(now(first)).isEqualTo("70 since 2026-11-22, Bureau");
    }

    @Test
    void what_is_wrong_comes_back_with_the_reason_and_the_rest_is_written_down() {
        var outcome = take(
                line(1, "C-1", "70", null),
                line(2, "C-9", "70", null),
                line(3, "C-2", "high", null),
                line(4, "C-2", "70", "2026-11-23"),
                line(5, "C-2", "70", "22/11/2026"),
                line(6, "C-2", "70", "1930-01-01"),
                line(7, "C-1", "71", "2026-11-22"),
                line(8, "C-2", null, null),
                line(9, null, "70", null));

        assertThat(outcome.told()).isEqualTo(1);
        assertThat(outcome.refused().stream()
                        .map(one -> one.line().place() + " " + one.problem().key()))
                .containsExactly(
                        "2 ledger.outside.customer",
                        "3 criteria.outside.value.number",
                        "4 ledger.outside.future",
                        "5 criteria.outside.value.date",
                        "6 ledger.outside.early",
                        "7 ledger.outside.twice",
                        "8 ledger.outside.noValue",
                        "9 ledger.outside.customer");
    }

    @Test
    void to_say_the_same_again_changes_nothing() {
        take(line(1, "C-1", "70", "2026-11-01"));

        assertThat(take(line(1, "C-1", "70.00", "2026-11-10"))).isEqualTo(new Outcome(1, 0, List.of()));
        assertThat(now(first)).isEqualTo("70 since 2026-11-01, Bureau");
        assertThat(published).as("rules and scores have nothing to follow").isEqualTo(1);
    }

    @Test
    void the_history_is_there_with_the_latest_first_and_unknown_is_part_of_it() {
        take(line(1, "C-1", "70", "2026-11-01"), line(2, "C-1", "40", "2026-11-10"));
        take(line(1, "C-1", "", "2026-11-20"));

        assertThat(sheet(first).history().stream().map(Said::value)).containsExactly(null, "40", "70");
        assertThat(now(first)).isEqualTo("null since 2026-11-20, Bureau");
        var known = ledger.inTenant(() -> sheets.all(ledger.company().id())).getFirst();
        assertThat(known.customers()).isZero();
    }

    @Test
    void of_a_long_history_the_latest_are_shown_with_the_number_of_all() {
        var from = LocalDate.of(2026, 7, 1);
        take(IntStream.rangeClosed(1, 130)
                .mapToObj(day -> line(
                        day, "C-1", Integer.toString(day), from.plusDays(day).toString()))
                .toArray(ToldLine[]::new));

        var sheet = sheet(first);
        assertThat(sheet.told()).isEqualTo(130);
        assertThat(sheet.isCut()).isTrue();
        assertThat(sheet.history()).hasSize(OutsideSheet.SHOWN);
        assertThat(sheet.history().getFirst().value()).isEqualTo("130");
        assertThat(sheet.history().getLast().value()).isEqualTo("31");
    }

    @Test
    void too_many_lines_at_a_time_are_refused_as_a_whole() {
        var many = IntStream.rangeClosed(1, OutsideIntake.MOST + 1)
                .mapToObj(place -> line(place, "C-1", "70", null))
                .toArray(ToldLine[]::new);

        assertThatThrownBy(() -> take(many)).hasMessage("ledger.outside.tooMany");
        assertThat(sheet(first).now()).isNull();
    }

    @Test
    void a_code_or_a_source_that_no_text_can_hold_is_refused() {
        var zero = take(line(1, "C-1\0", "70", null));

        assertThat(zero.refused().getFirst().problem()).hasMessage("ledger.outside.customer");
        for (var source : List.of("Bureau\0", "B".repeat(61))) {
            assertThatThrownBy(
                            () -> ledger.inTenant(() -> intake.take(score, ledger.company(), source, List.of(), null)))
                    .hasMessage("criteria.outside.text");
        }
    }

    private Outcome take(ToldLine... lines) {
        return ledger.inTenant(() -> intake.take(score, ledger.company(), null, Arrays.asList(lines), null));
    }

    private static ToldLine line(int place, @Nullable String customer, @Nullable String value, @Nullable String day) {
        return new ToldLine(place, customer, value, day);
    }

    private OutsideSheet sheet(CustomerId customer) {
        return ledger.inTenant(() -> sheets.of(customer.value())).getFirst();
    }

    private String now(CustomerId customer) {
        var now = sheet(customer).now();
        return now == null ? "" : now.value() + " since " + now.since() + ", " + now.source();
    }
}
