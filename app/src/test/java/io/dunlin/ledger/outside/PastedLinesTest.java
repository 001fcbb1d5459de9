package io.dunlin.ledger.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.outside.OutsideIndicator;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastedLinesTest {
    @Test
    void cells_stand_between_tabs_or_semicolons_and_empty_lines_are_passed_over() {
        assertThat(pasted(Kind.SCORE, false).read("C1\t70\t2026-11-30\n\n  \r\nC2 ; 55\nC;3\t1"))
                .containsExactly(
                        new ToldLine(1, "C1", "70", "2026-11-30"),
                        new ToldLine(4, "C2", "55", null),
                        new ToldLine(5, "C;3", "1", null));
    }

    @Test
    void a_line_without_a_value_is_not_one_with_an_empty_value() {
        assertThat(pasted(Kind.SCORE, false).read("C1\nC2;"))
                .containsExactly(new ToldLine(1, "C1", null, null), new ToldLine(2, "C2", "", null));
    }

    @Test
    void numbers_and_days_are_read_as_whoever_pastes_writes_them() {
        assertThat(pasted(Kind.SCORE, true).read("C1;70,5;30/11/2026"))
                .containsExactly(new ToldLine(1, "C1", "70.5", "2026-11-30"));
        assertThat(pasted(Kind.SCORE, false).read("C1;1,234;2026-11-30"))
                .containsExactly(new ToldLine(1, "C1", "1,234", "2026-11-30"));
        assertThat(pasted(Kind.DATE, true).read("C1;30/11/2026"))
                .containsExactly(new ToldLine(1, "C1", "2026-11-30", null));
        assertThat(pasted(Kind.TEXT, true).read("C1;1,5")).containsExactly(new ToldLine(1, "C1", "1,5", null));
    }

    private static PastedLines pasted(Kind kind, boolean decimalComma) {
        return new PastedLines(
                new OutsideIndicator(1, "outside.one", "One", "Bureau", kind, List.of()),
                decimalComma,
                DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }
}
