package io.dunlin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.kernel.SearchKey;
import org.junit.jupiter.api.Test;

class MatchingKeysTest {
    @Test
    void a_search_key_has_no_accents_no_capitals_and_single_spaces() {
        assertThat(SearchKey.of("  Établissements   Crémieux\u00a0& Fils ", null, "C-0012"))
                .isEqualTo("etablissements cremieux & fils c-0012");
        assertThat(SearchKey.of("Straße Ørsted Œuvre Łódź")).isEqualTo("strasse orsted oeuvre lodz");
        assertThat(SearchKey.of("日本 株式会社")).isEqualTo("日本 株式会社");
        assertThat(SearchKey.of(null, " ")).isEmpty();
    }

    @Test
    void the_words_of_a_name_are_its_letters_and_digits() {
        assertThat(SearchKey.words("L’Oréal d'Or & Cie", "C-0012/4"))
                .containsExactly("l", "oreal", "d", "or", "cie", "c", "0012", "4");
        assertThat(SearchKey.words("…", null)).isEmpty();
    }

    @Test
    void a_legal_id_is_its_letters_and_digits_in_upper_case() {
        assertThat(LegalId.normalise("512 884-307")).isEqualTo("512884307");
        assertThat(LegalId.normalise("be 0123.456.789")).isEqualTo("BE0123456789");
        assertThat(LegalId.normalise("00012")).isEqualTo("00012");
        assertThat(LegalId.of(" - ", "FR")).isEmpty();
        assertThat(LegalId.of(null, null)).isEmpty();
    }

    @Test
    void in_france_an_establishment_is_its_company() {
        assertThat(LegalId.of("512 884 307 00015", "fr")).contains(new LegalId("512884307", "FR"));
        assertThat(LegalId.of("512 884 307", "FR")).contains(new LegalId("512884307", "FR"));
        assertThat(LegalId.of("51288430700015", "DE")).contains(new LegalId("51288430700015", "DE"));
    }
}
