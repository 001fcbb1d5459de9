package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.indicator.LedgerCriteria;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomersTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final Customers customers = LedgerCriteria.customers(ledger.sql(), ledger.clock());
    private final SamplePortfolio portfolio = new SamplePortfolio(ledger);

    @BeforeAll
    void customers_of_four_kinds() {
        var kerveno = portfolio.customer("0012", "Maison Kerveno SAS");
        portfolio.facts(kerveno, "100.00", "60.50", "2026-10-01");
        portfolio.set(kerveno, CUSTOMER.CITY, "Rennes");
        var north = portfolio.customer("0013", "Kerveno Établissement Nord", portfolio.debtorOf(kerveno));
        portfolio.facts(north, "0.00", "999999999999.99", "2026-11-01");
        var discount = portfolio.customer("A%1_2", "Remise 100% Ltd");
        portfolio.facts(discount, "40.00", "0.00", "2026-12-01");
        portfolio.set(discount, CUSTOMER.BLOCKED, true);
        portfolio.facts(portfolio.customer("Z", "Zero"), "0", "0", "");
        var groups = new Groups(ledger.sql());
        ledger.inTenant(() -> {
            groups.create("Key accounts", "blue");
            groups.assign(kerveno, Set.of(groups.all().getFirst().group().id()));
            return groups;
        });
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void the_largest_overdue_comes_first() {
        assertThat(codes(CustomerFilter.NONE, null, false)).containsExactly("0013", "0012", "A%1_2", "Z");
    }

    @Test
    void words_are_found_in_any_order_case_and_accent_and_signs_mean_themselves() {
        assertThat(found("KERVENO")).containsExactly("0013", "0012");
        assertThat(found("nord etablissement")).containsExactly("0013");
        assertThat(found("0012")).containsExactly("0012");
        assertThat(found("100%")).containsExactly("A%1_2");
        assertThat(found("1_2")).containsExactly("A%1_2");
        assertThat(found("_")).containsExactly("A%1_2");
        assertThat(found("' or 1=1 --")).isEmpty();
    }

    @Test
    void every_column_sorts_both_ways() {
        for (var key : List.of(
                "code", "name", "city", "receivable", "overdue", "overduePercent", "oldest", "delay", "debtor")) {
            assertThat(codes(CustomerFilter.NONE, key, false)).hasSize(4);
            assertThat(codes(CustomerFilter.NONE, key, true)).hasSize(4);
        }
        assertThat(codes(CustomerFilter.NONE, "receivable", false)).containsExactly("Z", "A%1_2", "0012", "0013");
        assertThat(codes(CustomerFilter.NONE, "oldest", true)).containsExactly("0012", "0013", "A%1_2", "Z");
        assertThat(codes(CustomerFilter.NONE, "name; drop table", true)).hasSize(4);
    }

    @Test
    void filters_narrow_rows_and_totals_alike() {
        assertThat(codes(new CustomerFilter("", true, false, null), null, false))
                .containsExactly("0013", "0012");
        assertThat(codes(new CustomerFilter("", false, true, null), null, false))
                .containsExactly("A%1_2");
        assertThat(codes(new CustomerFilter("", false, false, "Key accounts"), null, false))
                .containsExactly("0012");
        var totals = list(new CustomerFilter("kerveno", true, false, null), null, false)
                .totals();
        assertThat(totals.customers()).isEqualTo(2);
        assertThat(totals.receivable()).isEqualByComparingTo("1000000000160.49");
        assertThat(totals.overdue()).isEqualByComparingTo("1000000000060.49");
        assertThat(totals.oldestDueDate()).isEqualTo(LocalDate.parse("2026-10-01"));
        assertThat(totals.averageDelay()).isEqualByComparingTo("12.50");
    }

    @Test
    void every_further_column_can_be_shown_sorted_by_and_added_up() {
        var columns = ledger.inTenant(
                () -> LedgerCriteria.columns(ledger.sql(), ledger.clock()).all());
        assertThat(columns)
                .extracting(CustomerColumn::key)
                .contains("notDue", "custom12", "internalScore", "colleagues", "debtor.overdue")
                .doesNotHaveDuplicates();
        var some = CustomerFilter.NONE.except(Set.of(new CustomerId(Long.MAX_VALUE)));
        for (var column : columns) {
            var request = TableRequest.of("", column.key(), "desc", 1).withColumns("code, " + column.key());

            var list = ledger.inTenant(() -> customers.list(ledger.company(), CustomerFilter.NONE, request));
            var found = ledger.inTenant(() -> customers.list(ledger.company(), some, request));

            assertThat(list.lines()).as(column.key()).hasSize(4);
            assertThat(list.totals().further().keySet()).isSubsetOf(column.key());
            assertThat(found).isEqualTo(list);
        }
        var request = TableRequest.of("", "notDue", "desc", 1).withColumns("notDue,nonsense");
        var list = ledger.inTenant(() -> customers.list(ledger.company(), CustomerFilter.NONE, request));
        assertThat(list.lines().getFirst().code()).isEqualTo("0012");
        assertThat((BigDecimal) list.totals().further().get("notDue")).isEqualByComparingTo("140");
    }

    @Test
    void the_names_of_the_groups_stand_in_one_column_and_sort() {
        ledger.inTenant(() -> {
            var groups = new Groups(ledger.sql());
            groups.create("Abroad", "red");
            var line = list(new CustomerFilter("0012", false, false, null), null, false)
                    .lines()
                    .getFirst();
            groups.assign(
                    line.id(),
                    groups.all().stream().map(one -> one.group().id()).collect(Collectors.toSet()));
            return line;
        });
        var request = TableRequest.of("", "groups", null, 1).withColumns("code,groups");

        var lines = ledger.inTenant(() -> customers.list(ledger.company(), CustomerFilter.NONE, request))
                .lines();

        assertThat(lines.getFirst().code()).isEqualTo("0012");
        assertThat(lines.getFirst().further()).isEqualTo(Map.of("groups", "Abroad, Key accounts"));
        assertThat(lines.getLast().further()).isEmpty();
    }

    @Test
    void ticked_customers_and_all_but_some_narrow_rows_and_totals_alike() {
        var ids = list(CustomerFilter.NONE, "code", false).lines().stream()
                .map(CustomerLine::id)
                .toList();
        var ticked = list(CustomerFilter.only(Set.of(ids.get(0), ids.get(3))), "code", false);
        assertThat(ticked.lines()).extracting(CustomerLine::code).containsExactly("0012", "Z");
        assertThat(ticked.totals().overdue()).isEqualByComparingTo("60.50");
        assertThat(codes(CustomerFilter.NONE.except(Set.of(ids.get(1))), "name", false))
                .containsExactlyInAnyOrder("0012", "A%1_2", "Z");
    }

    @Test
    void a_line_knows_its_share_and_its_debtors_accounts() {
        var line = list(new CustomerFilter("0012", false, false, null), null, false)
                .lines()
                .getFirst();
        assertThat(line.overduePercent()).isEqualByComparingTo("37.7");
        assertThat(line.accounts()).isEqualTo(2);
        assertThat(line.debtor()).isEqualTo("Maison Kerveno SAS");
        assertThat(line.city()).isEqualTo("Rennes");
    }

    @Test
    void pages_are_cut_and_files_are_whole() {
        var second = ledger.inTenant(
                () -> customers.list(ledger.company(), CustomerFilter.NONE, new TableRequest("", "code", false, 2, 3)));
        assertThat(second.lines()).extracting(CustomerLine::code).containsExactly("Z");
        assertThat(second.totals().customers()).isEqualTo(4);
        var all = new ArrayList<String>();
        ledger.inTenant(() -> {
            customers.each(
                    ledger.company(),
                    CustomerFilter.NONE,
                    new TableRequest("", "code", true, 2, 3),
                    line -> all.add(line.code()));
            return all;
        });
        assertThat(all).containsExactly("Z", "A%1_2", "0013", "0012");
    }

    @Test
    void another_tenant_sees_none_of_them() {
        var other = ledger.newTenant("Other");
        assertThat(ledger.as(
                                other,
                                () -> customers.list(
                                        ledger.company(), CustomerFilter.NONE, TableRequest.of(null, null, null, null)))
                        .lines())
                .isEmpty();
    }

    private List<String> found(String text) {
        return codes(new CustomerFilter(text, false, false, null), null, false);
    }

    private List<String> codes(CustomerFilter filter, @Nullable String sort, boolean descending) {
        return list(filter, sort, descending).lines().stream()
                .map(CustomerLine::code)
                .toList();
    }

    private CustomerList list(CustomerFilter filter, @Nullable String sort, boolean descending) {
        var request = TableRequest.of("", sort, descending ? "desc" : null, 1);
        return ledger.inTenant(() -> customers.list(ledger.company(), filter, request));
    }
}
