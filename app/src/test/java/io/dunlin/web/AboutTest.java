package io.dunlin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AboutTest {
    private final About about = in(Locale.ENGLISH, "Customers");

    @Test
    void it_reads_from_what_it_is_to_who_made_it() {
        assertThat(about.with("Company", "Est")
                        .narrowedTo("Country", "FR")
                        .narrowedTo("Search", " ")
                        .lines())
                .extracting(line -> line.label() + ": " + line.value())
                .containsExactly(
                        "Content: Customers",
                        "Company: Est",
                        "Country: FR",
                        "Made on: 2026-11-30 15:05 (Europe/Paris)",
                        "Made by: Anna");
    }

    @Test
    void it_speaks_the_language_of_the_reader() {
        var french = in(Locale.FRENCH, "Clients");

        assertThat(french.sheet()).isEqualTo("À propos");
        assertThat(french.lines()).contains(new About.Line("Filtres", "aucun : ce fichier contient tout"));
    }

    @Test
    void the_name_of_a_file_names_its_filters_without_what_file_systems_fear() {
        assertThat(about.fileName("customers-EST")).isEqualTo("customers-EST");
        assertThat(about.narrowedTo("Région", "Île-de-France / 1, 2").fileName("customers-ÉST"))
                .isEqualTo("customers-EST_Region-Ile-de-France-1-2");
        assertThat(about.narrowedTo("x", "../../etc").fileName("n")).doesNotContain("/");
    }

    @Test
    void a_long_name_ends_by_saying_that_there_are_more_filters() {
        var long1 = about.narrowedTo("First", "a".repeat(300)).narrowedTo("Second", "b".repeat(60));

        assertThat(long1.fileName("n")).isEqualTo("n_First-" + "a".repeat(40) + "_and-more");
    }

    @Test
    void ticked_rows_are_counted() {
        assertThat(about.ticked(new Selection.Some(Set.of("1", "2"))).filters())
                .containsExactly(new About.Line("Selected rows", "2"));
        var all = new Selection.All(new org.springframework.util.LinkedMultiValueMap<>(), Set.of("1", "2"));
        assertThat(about.ticked(all).filters()).containsExactly(new About.Line("Selected rows", "all but 2"));
    }

    private static About in(Locale language, String content) {
        return About.of(
                new SomeViewer("Anna", language, "yyyy-MM-dd").at("/"), Instant.parse("2026-11-30T14:05:00Z"), content);
    }
}
