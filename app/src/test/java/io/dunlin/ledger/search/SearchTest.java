package io.dunlin.ledger.search;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.kernel.SearchKey;
import io.dunlin.kernel.Spelling;
import io.dunlin.ledger.Contact;
import io.dunlin.ledger.Contacts;
import io.dunlin.ledger.CustomerFiles;
import io.dunlin.ledger.Groups;
import io.dunlin.ledger.ItemId;
import io.dunlin.ledger.SamplePortfolio;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import java.util.Set;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
    private final SearchingLedger search = new SearchingLedger();
    private final SamplePortfolio portfolio = search.portfolio;
    private final Contacts contacts = new Contacts(search.ledger.sql());

    @BeforeAll
    void a_portfolio() {
        var port = portfolio.customer("C-10017", "Brasserie du Vieux-Port");
        portfolio.set(port, CUSTOMER.LEGAL_ID, "512 884 307");
        portfolio.facts(portfolio.customer("C-10018", "Brasserie du Marché"), "0.00", "500.00", "2026-10-01");
        var hotel = portfolio.customer("0012", "Groupe Hôtelier Saint-Cyr");
        portfolio.set(hotel, CUSTOMER.TRADING_NAME, "ÉTOILE DU NORD");
        portfolio.customer("12", "Dupont & Fils");
        portfolio.customer("13", "Dupond Transports");
        portfolio.invoice(port, "0000471", "100.00", "2025-03-01", "2025-04-01");
        portfolio.invoice(port, "0000471", "200.00", "2026-03-01", "2026-04-01");
        portfolio.invoice(hotel, "00004710", "300.00", "2024-03-01", "2024-04-01");
        knownBy(portfolio.invoice(hotel, "F-9", "50.00", "2026-05-01", "2026-06-01"), "ERP-77");
        search.ledger.inTenant(() -> {
            contacts.add(port, person("Le Goff", "Anaïs", "a.legoff@vieuxport.example"));
            contacts.add(hotel, person("Schmidt", "Anna", "compta@stcyr.example"));
            return true;
        });
        search.renew();
    }

    @AfterAll
    void close() {
        search.close();
    }

    @Test
    void all_words_must_be_met_each_by_the_beginning_of_one() {
        assertThat(search.customers("brasserie")).containsExactly("Brasserie du Marché", "Brasserie du Vieux-Port");
        assertThat(search.customers("VIEUX brass")).containsExactly("Brasserie du Vieux-Port");
        assertThat(search.customers("vieux-port")).containsExactly("Brasserie du Vieux-Port");
        assertThat(search.customers("hotelier st")).isEmpty();
        assertThat(search.customers("etoile")).containsExactly("Groupe Hôtelier Saint-Cyr");
        assertThat(search.customers("' or 1=1 --")).isEmpty();
    }

    @Test
    void a_code_is_met_first_and_its_leading_zeros_count() {
        assertThat(search.customers("0012")).containsExactly("Groupe Hôtelier Saint-Cyr");
        assertThat(search.customers("12")).containsExactly("Dupont & Fils");
        assertThat(search.customers("c10017")).containsExactly("Brasserie du Vieux-Port");
        assertThat(search.customers("C-1001")).hasSize(2);
        assertThat(search.customers("c10071")).isEmpty();
    }

    @Test
    void a_legal_id_is_met_however_it_is_spaced() {
        assertThat(search.customers("512884307")).containsExactly("Brasserie du Vieux-Port");
        assertThat(search.customers("51 28 84 307")).containsExactly("Brasserie du Vieux-Port");
    }

    @Test
    void one_typing_error_in_a_word_does_no_harm() {
        for (var typed : List.of("brassreie vieux", "brasserie vieeux", "braserie vieux", "rbasserie veux")) {
            assertThat(search.customers(typed)).as(typed).containsExactly("Brasserie du Vieux-Port");
        }
        assertThat(search.customers("hotleier")).containsExactly("Groupe Hôtelier Saint-Cyr");
        assertThat(search.contacts("shcmidt")).containsExactly("Anna Schmidt");
    }

    @Test
    void what_is_right_comes_before_what_is_spelled_much_the_same() {
        assertThat(search.customers("dupond")).containsExactly("Dupond Transports", "Dupont & Fils");
        assertThat(search.customers("dupont")).containsExactly("Dupont & Fils", "Dupond Transports");
    }

    @Test
    void another_tenants_customer_is_never_found() {
        var other = search.ledger.newTenant("Other");
        search.renew(other);

        assertThat(search.customers("brasserie", other)).isEmpty();
        assertThat(search.customers("brassreie", other)).isEmpty();
    }

    @Test
    void an_item_is_met_by_the_beginning_of_its_number_zeros_included_the_newest_first() {
        assertThat(search.items("0000471")).containsExactly("0000471", "0000471", "00004710");
        assertThat(search.itemHits("0000471").getFirst().detail())
                .isEqualTo("Invoice · Brasserie du Vieux-Port · 01/03/2026 · 200.00 EUR");
        assertThat(search.items("471")).isEmpty();
        assertThat(search.items("%")).isEmpty();
    }

    @Test
    void an_item_with_a_unique_identifier_is_met_by_that_and_by_its_number() {
        assertThat(search.items("erp-7")).containsExactly("F-9");
        assertThat(search.items("f-9")).containsExactly("F-9");
    }

    @Test
    void a_contact_is_met_by_name_and_by_address() {
        assertThat(search.contacts("anais le goff")).containsExactly("Anaïs Le Goff");
        assertThat(search.contacts("a.legoff@vieuxport.example")).containsExactly("Anaïs Le Goff");
        assertThat(search.contacts("compta@")).containsExactly("Anna Schmidt");
    }

    @Test
    void what_a_person_changes_is_found_at_once_and_no_longer_as_it_was() {
        var customer = portfolio.customer("C-20000", "Feinkost Lindner");
        var files = new CustomerFiles(search.ledger.sql(), new Groups(search.ledger.sql()), search.ledger.clock());
        search.renew();
        search.ledger.inTenant(() -> {
            var file = files.get(search.ledger.company(), "C-20000");
            files.change(customer, file.version(), renamed(file.details(), "Traiteur Montaigu"), Set.of());
            contacts.add(customer, person("Ibarra", null, null));
            return true;
        });

        assertThat(search.customers("montaigu")).containsExactly("Traiteur Montaigu");
        assertThat(search.customers("montagiu")).containsExactly("Traiteur Montaigu");
        assertThat(search.customers("lindner")).isEmpty();
        assertThat(search.contacts("ibarra")).containsExactly("Ibarra");

        search.ledger.inTenant(() -> search.ledger
                .sql()
                .deleteFrom(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.ID.eq(customer))
                .execute());
        assertThat(search.customers("montaigu")).isEmpty();
        search.renew();
        assertThat(search.contacts("ibarra")).isEmpty();
    }

    @Test
    void the_database_takes_texts_apart_as_the_program_does() {
        for (var name : List.of(
                "  Établissements   Crémieux\u00a0& Fils",
                "Straße Ørsted Œuvre Łódź ÆRØ",
                "L’Oréal d'Or – S.p.A. (№ 5) ½",
                "ΑΘΉΝΑΣ Ελλάς",
                "ЁЛКА Йод Україна",
                "日本 株式会社 カブ",
                "Ünïted  İstanbul ẞ")) {
            assertThat(asked("search_key", name)).isEqualTo(List.of(SearchKey.of(name)));
            assertThat(asked("search_words", SearchKey.of(name)))
                    .containsExactlyInAnyOrderElementsOf(Set.copyOf(SearchKey.words(name)));
        }
        for (var word : List.of("noel", "brasserie", "aabb", "ελλα")) {
            assertThat(asked("search_forms", word)).containsExactlyInAnyOrderElementsOf(Spelling.forms(word));
        }
    }

    private List<String> asked(String function, String text) {
        return search.ledger.inTenant(() -> search.ledger
                .sql()
                .select(DSL.function(DSL.name("ledger", function), String.class, DSL.val(text)))
                .fetch(row -> row.value1()));
    }

    private void knownBy(ItemId item, String unique) {
        search.ledger.inTenant(() -> search.ledger
                .sql()
                .update(ITEM)
                .set(ITEM.UNIQUE_ID, unique)
                .set(ITEM.IDENTITY, "U:" + unique)
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM.ID.eq(item))
                .execute());
    }

    private static Contact person(
            String name,
            @org.jspecify.annotations.Nullable String first,
            @org.jspecify.annotations.Nullable String email) {
        return new Contact(0, name, first, null, null, email, null, null, null, false);
    }

    private static io.dunlin.ledger.CustomerDetails renamed(io.dunlin.ledger.CustomerDetails was, String name) {
        return new io.dunlin.ledger.CustomerDetails(
                was.code(),
                name,
                was.tradingName(),
                was.legalId(),
                was.vatNumber(),
                was.businessLine(),
                was.website(),
                was.address(),
                was.postBox(),
                was.zip(),
                was.city(),
                was.state(),
                was.country(),
                was.phone(),
                was.language(),
                was.paymentTerms(),
                was.paymentMeans(),
                was.parentNumber(),
                was.blocked(),
                was.comment(),
                was.custom());
    }
}
