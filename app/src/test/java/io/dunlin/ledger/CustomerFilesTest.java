package io.dunlin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import io.dunlin.testing.TestLedger;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerFilesTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final Groups groups = new Groups(ledger.sql());
    private final CustomerFiles files = new CustomerFiles(ledger.sql(), groups, ledger.clock());
    private final Contacts contacts = new Contacts(ledger.sql());
    private final SamplePortfolio portfolio = new SamplePortfolio(ledger);

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void a_file_is_found_by_its_exact_code_in_any_case() {
        portfolio.customer("fr 007/b", "Slash");
        assertThat(file("FR 007/B").details().name()).isEqualTo("Slash");
        assertThat(file(" fr 007/b ").address()).isEqualTo("/customers/EST/fr%20007~2Fb");
        assertThatThrownBy(() -> file("fr 7/b")).isInstanceOf(NotFound.class);
        var other = ledger.newTenant("Other");
        assertThatThrownBy(() -> ledger.as(other, () -> files.get(ledger.company(), "fr 007/b")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_customer_without_facts_has_zero_figures() {
        portfolio.customer("new", "New");
        var facts = file("new").figures();
        assertThat(facts.asOf()).isNull();
        assertThat(facts.receivable()).isEqualByComparingTo("0");
        assertThat(facts.overduePercent()).isNull();
        assertThat(facts.averageDelay()).isNull();
    }

    @Test
    void two_people_cannot_overwrite_each_other() {
        portfolio.customer("edit", "Before");
        var first = file("edit");
        change(first, "Après");
        assertThat(file("edit").details().name()).isEqualTo("Après");
        assertThatThrownBy(() -> change(first, "Later")).isInstanceOf(Rejected.class);
        assertThat(file("edit").details().name()).isEqualTo("Après");
        assertThat(file("edit").version()).isEqualTo(first.version() + 1);
    }

    @Test
    void all_accounts_of_a_debtor_are_listed_with_the_largest_first() {
        var one = portfolio.customer("D1", "One");
        portfolio.facts(one, "10", "0", "2026-12-01");
        var two = portfolio.customer("D2", "Two", portfolio.debtorOf(one));
        portfolio.facts(two, "20", "5", "2026-10-01");
        assertThat(ledger.inTenant(() -> files.accountsOf(portfolio.debtorOf(one))))
                .extracting(DebtorAccount::code)
                .containsExactly("D2", "D1");
        assertThat(file("D1").accounts()).isEqualTo(2);
    }

    @Test
    void exactly_one_contact_is_for_collection() {
        var customer = portfolio.customer("people", "People");
        ledger.inTenant(() -> {
            contacts.add(customer, contact(0, "Anne", "anne@example.org"));
            contacts.add(customer, contact(0, "Bob", null));
            return contacts;
        });
        var both = ledger.inTenant(() -> contacts.of(customer));
        assertThat(both).extracting(Contact::name).containsExactly("Anne", "Bob");
        assertThat(both).extracting(Contact::forCollection).containsExactly(true, false);
        var bob = both.getLast().id();
        var marked = ledger.inTenant(() -> {
            contacts.markForCollection(customer, bob);
            return contacts.of(customer);
        });
        assertThat(marked).extracting(Contact::name).containsExactly("Bob", "Anne");
        assertThat(marked).extracting(Contact::forCollection).containsExactly(true, false);
        var left = ledger.inTenant(() -> {
            contacts.remove(customer, bob);
            return contacts.of(customer);
        });
        assertThat(left).extracting(Contact::name).containsExactly("Anne");
        assertThat(left.getFirst().forCollection()).isTrue();
        assertThatThrownBy(() -> ledger.inTenant(() -> {
                    contacts.add(customer, contact(0, "Carl", "carl at home"));
                    return contacts;
                }))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void a_contact_of_another_customer_cannot_be_touched() {
        var mine = portfolio.customer("mine", "Mine");
        var theirs = portfolio.customer("theirs", "Theirs");
        var contact = ledger.inTenant(() -> {
            contacts.add(theirs, contact(0, "Dora", null));
            return contacts.of(theirs).getFirst();
        });
        assertThatThrownBy(() -> ledger.inTenant(() -> {
                    contacts.change(mine, contact(contact.id(), "Eve", null));
                    return contacts;
                }))
                .isInstanceOf(NotFound.class);
        assertThat(ledger.inTenant(() -> {
                    contacts.remove(mine, contact.id());
                    return contacts.of(theirs);
                }))
                .extracting(Contact::name)
                .containsExactly("Dora");
    }

    @Test
    void a_group_counts_its_members_and_its_name_is_taken_once() {
        var customer = portfolio.customer("G", "Grouped");
        var counted = ledger.inTenant(() -> {
            groups.create("Exports", "green");
            groups.assign(customer, Set.of(groups.all().getFirst().group().id(), 999_999L));
            return groups.all();
        });
        assertThat(counted).extracting(Groups.Counted::members).containsExactly(1);
        assertThat(file("G").groups()).extracting(Group::name).containsExactly("Exports");
        assertThatThrownBy(() -> ledger.inTenant(() -> {
                    groups.create(" Exports ", "red");
                    return groups;
                }))
                .isInstanceOf(Rejected.class);
    }

    private CustomerFile file(String code) {
        return ledger.inTenant(() -> files.get(ledger.company(), code));
    }

    private void change(CustomerFile file, String name) {
        var details = new CustomerDetails(
                file.details().code(),
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                Collections.nCopies(12, null));
        ledger.inTenant(() -> {
            files.change(file.id(), file.version(), details, Set.of());
            return file;
        });
    }

    private static Contact contact(long id, String name, @Nullable String email) {
        return new Contact(id, name, null, null, null, email, null, null, null, false);
    }
}
