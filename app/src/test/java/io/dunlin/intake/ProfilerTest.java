package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.Rejected;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ProfilerTest {
    @Test
    void the_delimiter_is_the_sign_on_which_the_rows_agree() {
        assertThat(profile("a,b\n1,2\n").delimiter()).isEqualTo(",");
        assertThat(profile("a;b;c\n1,5;2,5;3,5\n").delimiter()).isEqualTo(";");
        assertThat(profile("a\tb\n1;2\t3\n").delimiter()).isEqualTo("\t");
        assertThat(profile("a|b\n\"1,2,3\"|4\n").delimiter()).isEqualTo("|");
        assertThat(profile("name, first;town, land\n\"x, y\";z\nu;v\n").delimiter())
                .isEqualTo(";");
        assertThat(profile("number\n1\n").delimiter()).isEqualTo(",");
    }

    @Test
    void rows_are_numbered_by_lines_of_the_file_whatever_is_in_quotes() {
        var profile = profile("a;b\n1;\"two\nlines\"\n\n2;x\n;\n3;\"say \"\"hi\"\"\"\n");

        assertThat(profile.rows()).isEqualTo(3);
        assertThat(profile.samples()).extracting(FileProfile.Sample::number).containsExactly(2L, 5L, 7L);
        assertThat(profile.samples().getFirst().cell(1)).isEqualTo("two\nlines");
        assertThat(profile.samples().getLast().cell(1)).isEqualTo("say \"hi\"");
    }

    @Test
    void marks_at_the_beginning_and_white_space_do_not_count() {
        var profile = profile("\ufeffclient ; number\n 0012 ;\u00a07\n");

        assertThat(profile.columns()).extracting(ColumnProfile::header).containsExactly("client", "number");
        assertThat(profile.samples().getFirst().cells()).containsExactly("0012", "7");
        assertThat(profile.columns().getFirst().leadingZeros()).isTrue();
        assertThat(profile("\ufeff\"client; code\";b\n1;2\n").columns())
                .extracting(ColumnProfile::header)
                .containsExactly("client; code", "b");
    }

    @Test
    void columns_of_dates_that_fit_both_orders_follow_the_others_of_the_file() {
        var profile = profile("issue;due\n4/6/2013;1/15/2013\n1/2/2013;2/1/2013\n");

        assertThat(profile.columns().getFirst().dates())
                .extracting(DateFormat::pattern)
                .containsExactly("MM/dd/yyyy");
        assertThat(profile.columns().getFirst().datesFromSiblings()).isTrue();
        assertThat(profile.columns().getLast().datesFromSiblings()).isFalse();
    }

    @Test
    void columns_that_disagree_decide_nothing_for_the_others() {
        var profile = profile("a;b;c\n4/6/2013;1/15/2013;15/1/2013\n");

        assertThat(profile.columns().getFirst().dates()).hasSize(2);
    }

    @Test
    void empties_different_values_and_sums_are_counted() {
        var column = profile("type;amount\nFA;1,50\nFA;\nAV;-2,25\n").columns();

        assertThat(column.getFirst().distinct())
                .containsExactly(java.util.Map.entry("FA", 2L), java.util.Map.entry("AV", 1L));
        assertThat(column.getLast().empties()).isEqualTo(1);
        assertThat(column.getLast().amounts()).containsExactly(AmountFormat.COMMA);
        assertThat(column.getLast().commaSum()).isEqualByComparingTo("-0.75");
    }

    @Test
    void files_that_cannot_be_a_table_are_refused_with_a_sentence() {
        assertRefused("\n\n", "intake.file.empty");
        assertRefused("a;b\n", "intake.file.noRows");
        assertRefused("12;2013-01-01\n13;2013-01-02\n", "intake.file.noHeader");
        assertRefused("a;b\n1;\"never closed\n2;3\n", "intake.file.quote");
        assertRefused("x;".repeat(301) + "\n1;2\n", "intake.file.tooManyColumns");
    }

    @Test
    void a_row_beyond_the_limits_spoils_itself_only() {
        var content = "a;b\n1;" + "x".repeat(70_000) + "\n2;y\n" + "z;".repeat(400) + "\n3;y\n";
        var faults = new ArrayList<String>();
        try (var rows = new CsvRows(stream(content), "UTF-8", ';')) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                faults.add(row.number() + " " + row.fault());
            }
        }

        assertThat(faults)
                .containsExactly("1 null", "2 intake.row.tooLong", "3 null", "4 intake.row.tooManyColumns", "5 null");
    }

    private static void assertRefused(String content, String key) {
        assertThatThrownBy(() -> profile(content)).isInstanceOf(Rejected.class).hasMessage(key);
    }

    private static FileProfile profile(String content) {
        return Profiler.profile(stream(content), "UTF-8");
    }

    private static ByteArrayInputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
