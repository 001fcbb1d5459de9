package io.dunlin.intake;

import static io.dunlin.ledger.LoadOrder.Mode.DELTA;
import static io.dunlin.ledger.LoadOrder.Mode.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.intake.Import.Counts;
import io.dunlin.ledger.LoadOrder;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.OwnerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class UserFilesTest {
    private static final String HEAD = "user_email;user_name;user_role;client_code\n";
    private Sandbox sandbox;

    @BeforeEach
    void open() {
        sandbox = new Sandbox();
        sandbox.bring(Subject.CUSTOMERS, DELTA, "client_code;client_name\nC1;Kerveno\nC2;Brasserie\nC3;Moulin\n");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void new_users_cannot_sign_in_and_look_after_their_customers() {
        var done = users(
                DELTA,
                "anna@example.org;Anna Weber;Chargé de recouvrement;C1,C2\nBEN@example.org;Ben;SALES_MANAGER;C1\nanna@example.org;;;c3\n");

        assertThat(done.counts()).isEqualTo(new Counts(3, 3, 0, 0, 0, 0));
        assertThat(people()).isEqualTo("BEN@example.org Ben SALES_MANAGER f, anna@example.org Anna Weber COLLECTOR f");
        assertThat(portfolios()).isEqualTo("C1 Anna Weber [Ben], C2 Anna Weber [], C3 Anna Weber []");
        assertThat(ask("select count(*) from tenancy.user_account where password_hash is not null"))
                .isEqualTo("0");
        assertThat(ask("select detail ->> 'created' from tenancy.audit_entry where action = 'users.imported'"))
                .isEqualTo("2");
    }

    @Test
    void who_exists_keeps_role_and_rights_and_the_outcome_says_so() {
        user("anna@example.org", "Anna", Role.GUEST);
        var done = users(DELTA, "Anna@Example.org;Somebody else;COLLECTOR;C1\n");

        assertThat(done.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
        assertThat(people()).isEqualTo("anna@example.org Anna GUEST t");
        assertThat(portfolios()).isEqualTo("C1 - [Anna], C2 - [], C3 - []");
        assertThat(sandbox.reasons(done)).containsExactly("2 ledger.load.roleStays used");
    }

    @Test
    void nobody_becomes_an_administrator_or_anything_unknown() {
        var done = users(
                DELTA,
                "a@example.org;A;Administrator;C1\nb@example.org;B;Administrateur;C1\nc@example.org;C;ADMINISTRATOR;C1\n"
                        + "d@example.org;D;King;C1\ne@example.org;E;;C1\nno address;F;COLLECTOR;C1\n;G;COLLECTOR;C1\n");

        assertThat(sandbox.reasons(done))
                .containsExactly(
                        "2 intake.row.administrator",
                        "3 intake.row.administrator",
                        "4 intake.row.administrator",
                        "5 intake.row.badRole",
                        "6 ledger.load.roleMissing",
                        "7 intake.row.badEmail",
                        "8 intake.row.missing");
        assertThat(ask("select count(*) from tenancy.user_account")).isEqualTo("0");
    }

    @Test
    void unknown_customers_are_told_and_the_others_of_the_row_count() {
        var done = users(
                DELTA,
                "anna@example.org;Anna;COLLECTOR;\"C1, C8 ,C2,C9\"\nben@example.org;Ben;GUEST;C9\ncleo@example.org;Cleo;GUEST;\n");

        assertThat(done.counts()).isEqualTo(new Counts(3, 2, 0, 0, 0, 1));
        assertThat(sandbox.reasons(done))
                .containsExactly("3 ledger.load.unknownCustomer", "2 ledger.load.unknownCustomer used");
        assertThat(portfolios()).isEqualTo("C1 Anna [], C2 Anna [], C3 - []");
        assertThat(ask("select string_agg(name, ',' order by name) from tenancy.user_account"))
                .isEqualTo("Anna,Cleo");
    }

    @Test
    void a_customer_has_one_collector() {
        user("old@example.org", "Old", Role.COLLECTOR);
        users(DELTA, "old@example.org;;;C1\n");
        var done = users(DELTA, "anna@example.org;Anna;COLLECTOR;C1\nben@example.org;Ben;COLLECTOR;\"C1,C2\"\n");

        assertThat(done.counts()).isEqualTo(new Counts(2, 2, 0, 0, 0, 0));
        assertThat(sandbox.reasons(done)).containsExactly("3 ledger.load.otherCollector used");
        assertThat(portfolios()).isEqualTo("C1 Anna [], C2 Ben [], C3 - []");

        var again = users(DELTA, "old@example.org;;;C1\nanna@example.org;;;C2\nben@example.org;;;C3\n");
        assertThat(again.counts()).isEqualTo(new Counts(3, 1, 2, 0, 0, 0));
        assertThat(portfolios()).isEqualTo("C1 Old [], C2 Anna [], C3 Ben []");
    }

    @Test
    void replaced_the_users_of_the_file_have_these_customers_and_others_keep_theirs() {
        users(
                DELTA,
                "anna@example.org;Anna;COLLECTOR;\"C1,C2\"\nben@example.org;Ben;SALES_MANAGER;\"C1,C2\"\ncleo@example.org;Cleo;COLLECTOR;C3\n");
        var done = users(STOCK, "anna@example.org;;;C1\nben@example.org;;;C3\n");

        assertThat(done.counts()).isEqualTo(new Counts(2, 1, 0, 1, 3, 0));
        assertThat(portfolios()).isEqualTo("C1 Anna [], C2 - [], C3 Cleo [Ben]");
    }

    @Test
    void undone_everything_is_as_before_and_users_nobody_touched_are_gone() {
        user("old@example.org", "Old", Role.COLLECTOR);
        users(DELTA, "old@example.org;;;\"C1,C2\"\n");
        var done = users(
                STOCK, "old@example.org;;;C3\nnew@example.org;New;GUEST;C1\ntouched@example.org;Touched;GUEST;C1\n");
        assertThat(portfolios()).isEqualTo("C1 - [New, Touched], C2 - [], C3 Old []");
        try (var owner = new OwnerSession(sandbox.ledger.database().url())) {
            owner.tell("update tenancy.user_account set active = true where name = 'Touched'");
        }

        sandbox.takeBack(done);
        assertThat(portfolios()).isEqualTo("C1 Old [], C2 Old [], C3 - []");
        assertThat(ask("select string_agg(name, ',' order by name) from tenancy.user_account"))
                .isEqualTo("Old,Touched");
        assertThat(ask("select count(*) from tenancy.login")).isEqualTo("2");
    }

    @Test
    void an_address_of_another_tenant_is_not_taken_away_from_it() {
        var other = sandbox.ledger.newTenant("Other");
        sandbox.ledger.as(
                other,
                () -> new Users(sandbox.ledger.sql(), sandbox.ledger.clock())
                        .create("anna@example.org", "Their Anna", Role.COLLECTOR, false, "en"));
        var done = users(DELTA, "anna@example.org;Anna;COLLECTOR;C1\n");

        assertThat(sandbox.reasons(done)).containsExactly("2 ledger.load.emailTaken");
        assertThat(ask("select string_agg(name, ',') from tenancy.user_account"))
                .isEqualTo("Their Anna");
    }

    @Test
    void the_right_to_import_is_not_enough() {
        var importer = sandbox.ledger.inTenant(() -> new Users(sandbox.ledger.sql(), sandbox.ledger.clock())
                .create("carl@example.org", "Carl", Role.COLLECTOR, true, "en"));

        assertThatThrownBy(() -> CurrentUser.callThrowing(
                        importer, () -> users(DELTA, "anna@example.org;Anna;CREDIT_MANAGER;C1\n")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(ask("select count(*) from intake.import where subject = 'USERS'"))
                .isEqualTo("0");
    }

    @Test
    void a_file_of_customers_may_name_the_collector() {
        user("anna@example.org", "Anna", Role.COLLECTOR);
        user("ben@example.org", "Ben", Role.COLLECTOR);
        user("ben2@example.org", "Ben", Role.COLLECTOR);
        var done = sandbox.bring(
                Subject.CUSTOMERS,
                DELTA,
                "client_code;client_name;collector\nC1;Kerveno;ANNA@example.org\nC2;Brasserie;anna\nC3;Moulin;Ben\nC4;New;Nobody\nC5;More;ben2@example.org\n");

        assertThat(done.counts()).isEqualTo(new Counts(5, 2, 0, 3, 0, 0));
        assertThat(sandbox.reasons(done))
                .containsExactly("4 ledger.load.severalCollectors used", "5 ledger.load.unknownCollector used");
        assertThat(portfolios()).isEqualTo("C1 Anna [], C2 Anna [], C3 - [], C4 - [], C5 Ben []");

        sandbox.takeBack(done);
        assertThat(portfolios()).isEqualTo("C1 - [], C2 - [], C3 - []");
    }

    private Import users(LoadOrder.Mode mode, String rows) {
        return sandbox.bring(Subject.USERS, mode, HEAD + rows);
    }

    private void user(String email, String name, Role role) {
        sandbox.ledger.inTenant(
                () -> new Users(sandbox.ledger.sql(), sandbox.ledger.clock()).create(email, name, role, false, "en"));
    }

    private String people() {
        return ask("select string_agg(concat_ws(' ', email, name, role, active), ', ' order by email collate \"C\")"
                + " from tenancy.user_account");
    }

    /** Customer, collector and colleagues. */
    private String portfolios() {
        return ask("""
                select string_agg(c.code || ' ' || coalesce(u.name, '-') || ' [' || coalesce((
                    select string_agg(p.name, ', ' order by p.name) from ledger.colleague k
                    join tenancy.user_account p on p.id = k.user_id where k.customer_id = c.id), '') || ']', ', ' order by c.code)
                from ledger.customer c
                left join ledger.customer_assignment a on a.customer_id = c.id
                left join tenancy.user_account u on u.id = a.collector_id""");
    }

    private String ask(String question) {
        try (var owner = new OwnerSession(sandbox.ledger.database().url())) {
            return owner.ask(question);
        }
    }
}
