package io.dunlin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.dunlin.ledger.LoadOrder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class CustomerReaderTest {
    private final List<String> problems = new ArrayList<>();

    @Test
    void customers_are_read_with_country_language_groups_and_flags() {
        var read = read(
                Subject.CUSTOMERS,
                "Code client;Raison sociale;Pays;Langue;Groupes;Bloqué;SIREN\n0012;Kerveno;France;FR;Nord, Sud,,Nord;oui;512884307\n13;Brasserie;;;;;\n",
                CustomerReader::new);

        var first = read.getFirst();
        assertThat(first.code()).isEqualTo("0012");
        assertThat(first.country()).isEqualTo("FR");
        assertThat(first.language()).isEqualTo("fr");
        assertThat(first.groups()).containsExactly("Nord", "Sud");
        assertThat(first.blocked()).isTrue();
        assertThat(first.legalId()).isEqualTo("512884307");
        assertThat(read.getLast().groups()).isNull();
        assertThat(read.getLast().blocked()).isNull();
    }

    @Test
    void what_is_unknown_is_refused() {
        read(
                Subject.CUSTOMERS,
                "code;name;country;language;blocked\n1;A;Atlantis;;\n2;B;;q;\n3;C;;;perhaps\n4;;;;\n",
                CustomerReader::new);

        assertThat(problems)
                .containsExactly(
                        "country intake.row.badCountry",
                        "language intake.row.badLanguage",
                        "blocked intake.row.badFlag",
                        "name intake.row.missing");
    }

    @Test
    void contacts_are_read_with_their_mark_for_collection() {
        var read = read(
                Subject.CONTACTS,
                "client_code;name;e-mail;contact for collection\n1;Anna;anna@example.com;1\n1;Ben;ben@;\n1;Eve;;0\n",
                ContactReader::new);

        assertThat(read)
                .extracting(row -> entry(row.name(), row.forCollection()))
                .containsExactly(entry("Anna", true), entry("Eve", false));
        assertThat(problems).containsExactly("e-mail intake.row.badEmail");
    }

    @Test
    void every_column_of_the_templates_is_recognised() {
        for (var subject : Subject.values()) {
            var header =
                    String.join(";", Field.of(subject).stream().map(Field::code).toList());
            var profile = Profiler.profile(stream(header + "\nx\n"), "UTF-8");

            assertThat(Suggestions.propose(subject, profile, null).columns())
                    .extracting(Mapping.Choice::field)
                    .containsExactlyElementsOf(Field.of(subject));
        }
    }

    @Test
    void the_mapping_of_last_time_settles_what_the_values_leave_open() {
        var profile = Profiler.profile(stream("a;b;c;d\n1;2;4/6/2013;1.234\n"), "UTF-8");
        var before = new Mapping(
                List.of(
                        new Mapping.Choice(Field.ITEM_CUSTOMER_CODE, null, null),
                        new Mapping.Choice(Field.ITEM_NUMBER, null, null),
                        new Mapping.Choice(
                                Field.ITEM_ISSUE_DATE, new DateFormat(DateFormat.Order.MONTH_FIRST, "/", false), null),
                        new Mapping.Choice(Field.ITEM_AMOUNT, null, AmountFormat.COMMA)),
                Map.of(),
                LoadOrder.Mode.STOCK);

        assertThat(Suggestions.propose(Subject.ITEMS, profile, before)).isEqualTo(before);
        var open = new Mapping(
                before.columns().stream()
                        .map(choice -> new Mapping.Choice(choice.field(), null, null))
                        .toList(),
                Map.of(),
                LoadOrder.Mode.STOCK);
        var check = MappingCheck.of(Subject.ITEMS, open, profile);
        assertThat(check.openDates()).containsExactly(2);
        assertThat(check.openAmounts()).containsExactly(3);
        assertThat(check.isComplete()).isFalse();
    }

    private <T> List<T> read(Subject subject, String content, BiFunction<Mapping, List<String>, RowReader<T>> readers) {
        var profile = Profiler.profile(stream(content), "UTF-8");
        var headers = profile.columns().stream().map(ColumnProfile::header).toList();
        var reader = readers.apply(Suggestions.propose(subject, profile, null), headers);
        var read = new ArrayList<T>();
        try (var rows =
                new CsvRows(stream(content), "UTF-8", profile.delimiter().charAt(0))) {
            rows.next();
            for (var row = rows.next(); row != null; row = rows.next()) {
                var one = reader.read(row);
                if (one != null) {
                    read.add(one);
                }
                var problem = reader.problem();
                if (problem != null) {
                    problems.add(problem.column() + " " + problem.reason());
                }
            }
        }
        return read;
    }

    private static ByteArrayInputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
