package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.ItemKind;
import io.dunlin.ledger.ItemRow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemReaderTest {
    private final List<ItemRow> read = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    @Test
    void codes_and_numbers_keep_their_exact_text() {
        read("client_code;invoice_no;invoice_date;amount\n0012;00042;2026-01-02;12.5");

        assertThat(read.getFirst().customerCode()).isEqualTo("0012");
        assertThat(read.getFirst().number()).isEqualTo("00042");
    }

    @Test
    void without_a_type_the_sign_says_invoice_or_payment() {
        read("client_code;invoice_no;invoice_date;amount\n1;1;2026-01-02;12.5\n1;2;2026-01-02;-3");

        assertThat(read).extracting(ItemRow::kind).containsExactly(ItemKind.INVOICE, ItemKind.PAYMENT);
    }

    @Test
    void credit_notes_written_positive_are_turned_with_their_open_amount() {
        read(
                "client_code;invoice_no;invoice_date;amount;type;balance\n1;1;2026-01-02;12.5;AV;2.5\n1;2;2026-01-02;-3;avoir;-3");

        assertThat(read).extracting(ItemRow::kind).containsOnly(ItemKind.CREDIT_NOTE);
        assertThat(read.getFirst().originalAmount()).isEqualByComparingTo("-12.5");
        assertThat(read.getFirst().openAmount()).isEqualByComparingTo("-2.5");
        assertThat(read.getLast().openAmount()).isEqualByComparingTo("-3");
    }

    @Test
    void debit_and_credit_in_two_columns_make_one_amount() {
        read(
                "client_code;invoice_no;invoice_date;debit;credit;balance\n1;1;2026-01-02;12,50;;12,50\n1;2;2026-01-02;;3,25;1,25\n1;3;2026-01-02;;;");

        assertThat(read).extracting(ItemRow::kind).containsExactly(ItemKind.INVOICE, ItemKind.PAYMENT);
        assertThat(read.getFirst().originalAmount()).isEqualByComparingTo("12.5");
        assertThat(read.getLast().originalAmount()).isEqualByComparingTo("-3.25");
        assertThat(read.getLast().openAmount()).isEqualByComparingTo("-1.25");
        assertThat(problems).containsExactly("4 debit  intake.row.missing []");
    }

    @Test
    void a_mark_says_on_which_side_the_amount_is() {
        read(
                "client_code;invoice_no;invoice_date;amount;S/H\n1;1;2026-01-02;12.5;S\n1;2;2026-01-02;3;Haben\n1;3;2026-01-02;3;H\n1;4;2026-01-02;3;crédit");

        assertThat(read).extracting(row -> row.originalAmount().signum()).containsExactly(1, -1, -1, -1);
        assertThat(read.get(1).kind()).isEqualTo(ItemKind.PAYMENT);
    }

    @Test
    void a_currency_beside_the_amount_counts_where_no_column_names_it() {
        read(
                "client_code;invoice_no;invoice_date;amount\n1;1;2026-01-02;USD 12.5\n1;2;2026-01-02;12.5\n1;3;2026-01-02;12.5 GBP");

        assertThat(read).extracting(ItemRow::currency).containsExactly("USD", "EUR", "GBP");
    }

    @Test
    void own_types_mean_what_the_mapping_says_and_others_are_asked_about() {
        read("client_code;invoice_no;invoice_date;amount;type\n1;1;2026-01-02;1;ZZ\n1;2;2026-01-02;1;YY");

        assertThat(read.getFirst().kind()).isEqualTo(ItemKind.DRAFT);
        assertThat(read.getFirst().sourceType()).isEqualTo("ZZ");
        assertThat(problems).containsExactly("3 type YY intake.row.unknownType []");
    }

    @Test
    void without_an_open_amount_all_is_open_until_there_is_a_payment_date() {
        read("client_code;invoice_no;invoice_date;amount;payment_date\n1;1;2026-01-02;8;\n1;2;2026-01-02;9;2026-02-28");

        assertThat(read.getFirst().openAmount()).isEqualByComparingTo("8");
        assertThat(read.getLast().openAmount()).isEqualByComparingTo("0");
        assertThat(read.getLast().clearedOn()).isEqualTo("2026-02-28");
        assertThat(read.getLast().dueDate()).isNull();
    }

    @Test
    void a_payment_date_beside_an_open_amount_contradicts_itself() {
        read("client_code;invoice_no;invoice_date;amount;payment_date;balance\n1;1;2026-01-02;8;2026-02-28;3");

        assertThat(problems).containsExactly("2 balance 3 intake.row.paidButOpen [2026-02-28]");
    }

    @Test
    void the_currency_is_the_companys_where_the_file_has_none() {
        read("client_code;invoice_no;invoice_date;amount;currency\n1;1;2026-01-02;8;\n1;2;2026-01-02;8;usd");

        assertThat(read).extracting(ItemRow::currency).containsExactly("EUR", "USD");
    }

    @Test
    void what_is_missing_or_wrong_is_named_by_row_column_and_value() {
        read("client_code;invoice_no;invoice_date;amount;currency\n"
                + "1;;2026-01-02;8;\n"
                + "1;2;2026-02-30;8;\n"
                + "1;3;2026-01-02;8..5;\n"
                + "1;4;2026-01-02;8;QQQ\n"
                + "1;5;1901-01-02;8;\n"
                + "1;" + "6".repeat(61) + ";2026-01-02;8;\n"
                + "1;7;2026-01-02;;\n"
                + "1;8;2026-01-02;1.5;EUR;more\n"
                + "1;9;2026-01-02;1.5;EUR\n"
                + "1;10\n"
                + "1;11;2026-03-03;7;EUR\n".repeat(8));

        assertThat(read).extracting(ItemRow::number).containsOnly("9", "11");
        assertThat(problems)
                .containsExactly(
                        "2 invoice_no  intake.row.missing []",
                        "3 invoice_date 2026-02-30 intake.row.badDate [yyyy-MM-dd]",
                        "4 amount 8..5 intake.row.badAmount [1,234.56]",
                        "5 currency QQQ intake.row.badCurrency []",
                        "6 invoice_date 1901-01-02 intake.row.dateRange []",
                        "7 invoice_no " + "6".repeat(61) + " intake.row.longText [60]",
                        "8 amount  intake.row.missing []",
                        "9 null more intake.row.surplus [6, 5]",
                        "11 invoice_date  intake.row.missing []");
    }

    @Test
    void custom_fields_stand_at_their_places() {
        read("client_code;invoice_no;invoice_date;amount;custom_2\n1;1;2026-01-02;8;blue");

        assertThat(read.getFirst().custom()).hasSize(12).contains("blue", org.assertj.core.data.Index.atIndex(1));
    }

    @Test
    void the_columns_of_the_real_file_are_suggested() {
        var profile = Profiler.profile(PaymentsFile.open(), "UTF-8");
        var mapping = Suggestions.propose(Subject.ITEMS, profile, null);

        assertThat(mapping.columns())
                .extracting(Mapping.Choice::field)
                .containsExactly(
                        null,
                        Field.ITEM_CUSTOMER_CODE,
                        null,
                        Field.ITEM_NUMBER,
                        Field.ITEM_ISSUE_DATE,
                        Field.ITEM_DUE_DATE,
                        Field.ITEM_AMOUNT,
                        null,
                        Field.ITEM_PAYMENT_DATE,
                        null,
                        null,
                        null);
        read(profile, mapping, PaymentsFile.open());
        assertThat(problems).isEmpty();
        assertThat(read).hasSize(2466);
        assertThat(read.getFirst().number()).isEqualTo("0000611365");
        assertThat(read.getFirst().clearedOn()).isEqualTo("2013-01-15");
        assertThat(read.stream()
                        .map(ItemRow::originalAmount)
                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
                .isEqualByComparingTo("147703.18");
    }

    private void read(String content) {
        var profile = Profiler.profile(stream(content), "UTF-8");
        var proposed = Suggestions.propose(Subject.ITEMS, profile, null);
        var mapping = new Mapping(proposed.columns(), Map.of("zz", ItemKind.DRAFT), proposed.mode());
        read(profile, mapping, stream(content));
    }

    private void read(FileProfile profile, Mapping mapping, java.io.InputStream content) {
        var headers = profile.columns().stream().map(ColumnProfile::header).toList();
        var reader = new ItemReader(mapping, headers, SampleCompany.euro());
        try (var rows = new CsvRows(content, "UTF-8", profile.delimiter().charAt(0))) {
            rows.next();
            for (var row = rows.next(); row != null; row = rows.next()) {
                var item = reader.read(row);
                var problem = reader.problem();
                if (problem != null) {
                    problems.add("%d %s %s %s %s"
                            .formatted(
                                    problem.row(),
                                    problem.column(),
                                    problem.value(),
                                    problem.reason(),
                                    problem.arguments()));
                }
                if (item != null) {
                    read.add(item);
                }
            }
        }
    }

    private static ByteArrayInputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
