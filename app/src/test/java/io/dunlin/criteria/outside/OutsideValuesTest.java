package io.dunlin.criteria.outside;

import static io.dunlin.criteria.tables.OutsideValue.OUTSIDE_VALUE;
import static io.dunlin.criteria.tables.OutsideValueLog.OUTSIDE_VALUE_LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.outside.OutsideValues.Told;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.testing.TestLedger;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class OutsideValuesTest {
    private static final long CUSTOMER = 7;
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final OutsideIndicators indicators = new OutsideIndicators(
            ledger.sql(),
            ledger.clock(),
            new AuditTrail(ledger.sql(), ledger.clock(), new CurrentUser(), JsonMapper.shared()));
    private final OutsideValues values = new OutsideValues(ledger.sql(), ledger.clock());

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_value_has_a_source_and_a_day_since_when_it_is_so() {
        var score = added("Failure score", Kind.SCORE);

        assertThat(tell(score, "70", "2026-10-01")).isEqualTo(1);
        assertThat(tell(score, "70.0", "2026-11-01")).isZero();

        assertThat(present()).containsExactly("70 Bureau 2026-10-01");
        assertThat(log()).containsExactly("70 2026-10-01");
    }

    @Test
    void what_was_told_before_stays_in_the_log() {
        var score = added("Failure score", Kind.SCORE);
        tell(score, "70", "2026-10-01");
        tell(score, "45", "2026-11-01");
        tell(score, null, "2026-11-20");

        assertThat(present()).containsExactly("null Bureau 2026-11-20");
        assertThat(log()).containsExactly("70 2026-10-01", "45 2026-11-01", "null 2026-11-20");
    }

    @Test
    void what_is_told_of_an_earlier_day_is_history_and_leaves_the_present_value() {
        var score = added("Failure score", Kind.SCORE);
        tell(score, "45", "2026-11-01");
        tell(score, "70", "2026-10-01");
        tell(score, "70", "2026-10-15");

        assertThat(present()).containsExactly("45 Bureau 2026-11-01");
        assertThat(log()).containsExactly("70 2026-10-01", "45 2026-11-01");
    }

    @Test
    void another_company_has_values_of_its_own_and_other_tenants_see_nothing() {
        var score = added("Failure score", Kind.SCORE);
        tell(score, "45", "2026-11-01");
        var other = ledger.newTenant("Other");

        assertThat(ledger.as(other, indicators::all)).isEmpty();
        assertThat(ledger.as(other, () -> ledger.sql().fetchCount(OUTSIDE_VALUE)))
                .isZero();
        assertThat(ledger.as(other, () -> ledger.sql().fetchCount(OUTSIDE_VALUE_LOG)))
                .isZero();
    }

    @Test
    void an_indicator_takes_its_values_with_it() {
        var score = added("Failure score", Kind.SCORE);
        tell(score, "45", "2026-11-01");

        ledger.inTenant(() -> {
            indicators.remove(score.id());
            return true;
        });

        assertThat(present()).isEmpty();
        assertThat(log()).isEmpty();
    }

    @Test
    void its_code_is_made_of_its_name_and_stays_when_that_changes() {
        var first = added("Note «Défaut» 12 mois", Kind.SCORE);
        var second = ledger.inTenant(() -> {
            indicators.rename(first.id(), "Default within a year", "Bureau");
            return indicators.add("Note défaut 12 mois", "Bureau", Kind.SCORE, List.of());
        });

        assertThat(first.code()).isEqualTo("outside.note-defaut-12-mois");
        assertThat(second.code()).isEqualTo("outside.note-defaut-12-mois-2");
        assertThat(ledger.inTenant(() -> indicators.get(first.id())).code()).isEqualTo(first.code());
    }

    @Test
    void a_name_twice_a_grade_without_a_scale_and_a_score_with_one_are_refused() {
        added("Failure score", Kind.SCORE);

        assertThatThrownBy(() -> added("FAILURE  score", Kind.SCORE))
                .isInstanceOf(Rejected.class)
                .hasMessage("criteria.outside.nameTwice");
        assertThatThrownBy(() -> added("Grade", Kind.GRADE)).hasMessage("criteria.outside.offered");
        assertThatThrownBy(() -> added("Grade", Kind.GRADE, "A", "A")).hasMessage("criteria.outside.offeredTwice");
        assertThatThrownBy(() -> added("Score", Kind.SCORE, "A", "B")).hasMessage("criteria.outside.offered");
        assertThatThrownBy(() -> added(" ", Kind.SCORE)).hasMessage("criteria.outside.text");
        assertThatThrownBy(() -> added("Groups", Kind.SEVERAL)).hasMessage("criteria.outside.kind");
    }

    @ParameterizedTest
    @CsvSource({
        "SCORE, 70, 70",
        "SCORE, 70.50, 70.5",
        "SCORE, ' -3 ', -3",
        "COUNT, 12, 12",
        "DATE, 2026-02-28, 2026-02-28",
        "FLAG, 1, true",
        "GRADE, a, A",
        "TEXT, ' Insolvency of 3 May ', Insolvency of 3 May",
        "SCORE, ' ', "
    })
    void values_are_read_by_the_kind_of_the_indicator(Kind kind, String told, @Nullable String stored) {
        assertThat(OutsideValues.read(of(kind), told)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "SCORE, 7o, criteria.outside.value.number",
        "SCORE, 1e9, criteria.outside.value.number",
        "SCORE, '1,5', criteria.outside.value.number",
        "COUNT, 1.5, criteria.outside.value.whole",
        "DATE, 30/11/2026, criteria.outside.value.date",
        "DATE, 2026-02-30, criteria.outside.value.date",
        "FLAG, perhaps, criteria.outside.value.flag",
        "GRADE, E, criteria.outside.value.offered"
    })
    void what_the_kind_does_not_know_is_refused(Kind kind, String told, String reason) {
        assertThatThrownBy(() -> OutsideValues.read(of(kind), told)).hasMessage(reason);
    }

    private static OutsideIndicator of(Kind kind) {
        return new OutsideIndicator(1, "outside.one", "One", "Bureau", kind, List.of("B", "A"));
    }

    private OutsideIndicator added(String name, Kind kind, String... offered) {
        return ledger.inTenant(() -> indicators.add(name, "Bureau", kind, List.of(offered)));
    }

    private int tell(OutsideIndicator indicator, @Nullable String value, String day) {
        var told =
                new Told(CUSTOMER, ledger.company().id(), OutsideValues.read(indicator, value), LocalDate.parse(day));
        return ledger.inTenant(() -> values.tell(indicator, "Bureau", List.of(told), null));
    }

    private List<String> present() {
        return ledger.inTenant(() -> ledger.sql()
                .selectFrom(OUTSIDE_VALUE)
                .where(OUTSIDE_VALUE.TENANT_ID.eq(CurrentTenant.id()))
                .fetch(row -> "%s %s %s"
                        .formatted(
                                row.get(OUTSIDE_VALUE.NUMBER_VALUE),
                                row.get(OUTSIDE_VALUE.SOURCE),
                                row.get(OUTSIDE_VALUE.SINCE))));
    }

    private List<String> log() {
        return ledger.inTenant(() -> ledger.sql()
                .selectFrom(OUTSIDE_VALUE_LOG)
                .where(OUTSIDE_VALUE_LOG.TENANT_ID.eq(CurrentTenant.id()))
                .orderBy(OUTSIDE_VALUE_LOG.DAY, OUTSIDE_VALUE_LOG.ID)
                .fetch(row ->
                        "%s %s".formatted(row.get(OUTSIDE_VALUE_LOG.NUMBER_VALUE), row.get(OUTSIDE_VALUE_LOG.DAY))));
    }
}
