package io.dunlin.ledger;

import static io.dunlin.ledger.tables.CustomerAssignment.CUSTOMER_ASSIGNMENT;
import static io.dunlin.ledger.tables.ExchangeRate.EXCHANGE_RATE;
import static io.dunlin.ledger.tables.Item.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.criteria.BadCriteria;
import io.dunlin.criteria.CriteriaText;
import io.dunlin.criteria.SavedSearches;
import io.dunlin.criteria.SearchChanges;
import io.dunlin.criteria.Subject;
import io.dunlin.ledger.ItemFilter.Status;
import io.dunlin.ledger.ItemList.InCurrency;
import io.dunlin.ledger.indicator.LedgerCriteria;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.Column.Kind;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Single items are searched by what is known of them, of their customer and of its debtor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ItemSearchTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final FoundItems items = LedgerCriteria.items(ledger.sql(), ledger.clock());
    private final SamplePortfolio portfolio = new SamplePortfolio(ledger);
    private final Users users = new Users(ledger.sql(), ledger.clock());
    private @Nullable User anna;

    @BeforeAll
    void a_ledger_of_three_customers_and_three_currencies() {
        var kerveno = portfolio.customer("0012", "Maison Kervéno");
        portfolio.facts(kerveno, "0", "150.00", "2026-10-01");
        portfolio.invoice(kerveno, "F-1", "100.00", "2026-09-01", "2026-10-01");
        portfolio.invoice(kerveno, "F-2", "50.00", "2026-10-01", "2026-11-22");
        portfolio.item(kerveno, ItemKind.CREDIT_NOTE, "A-1", "-30.00", "EUR", "2026-09-01", "2026-09-15");
        portfolio.item(kerveno, ItemKind.DOWN_PAYMENT_REQUEST, "D-1", "500.00", "EUR", "2026-09-01", "2026-09-10");
        var abroad = portfolio.customer("0013", "Abroad Inc");
        portfolio.facts(abroad, "10.00", "0", "");
        portfolio.item(abroad, ItemKind.INVOICE, "USD-1", "110.00", "USD", "2026-10-20", "2026-11-20");
        portfolio.item(abroad, ItemKind.INVOICE, "XAF-1", "9000", "XAF", "2026-10-20", "2026-12-20");
        var paid = portfolio.invoice(abroad, "F-9", "70.00", "2026-08-01", "2026-09-01");
        portfolio.paid(paid, "2026-09-20");
        var partly =
                portfolio.invoice(portfolio.customer("Z%", "Zoé & Co"), "F-50%", "80.00", "2026-11-01", "2026-12-01");
        portfolio.nowOpen(partly, "2026-11-10", "20.00");
        ledger.inTenant(() -> {
            anna = users.create("anna@example.org", "Anna", Role.COLLECTOR, false, "en");
            ledger.sql()
                    .update(ITEM)
                    .set(ITEM.PURCHASE_ORDER, "PO-77")
                    .set(ITEM.CUSTOM_3, "Nantes")
                    .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                    .and(ITEM.NUMBER.eq("USD-1"))
                    .execute();
            ledger.sql()
                    .insertInto(EXCHANGE_RATE)
                    .set(EXCHANGE_RATE.TENANT_ID, CurrentTenant.id())
                    .set(EXCHANGE_RATE.CURRENCY, "USD")
                    .set(EXCHANGE_RATE.RATE_DATE, LocalDate.parse("2026-11-20"))
                    .set(EXCHANGE_RATE.PER_EURO, new BigDecimal("1.1"))
                    .execute();
            new CustomFields(ledger.sql())
                    .save(
                            CustomFields.Subject.ITEM,
                            List.of(new CustomFields.CustomField(CustomFields.Subject.ITEM, 3, "Site", false)));
            return ledger.sql()
                    .insertInto(CUSTOMER_ASSIGNMENT)
                    .set(CUSTOMER_ASSIGNMENT.TENANT_ID, CurrentTenant.id())
                    .set(CUSTOMER_ASSIGNMENT.CUSTOMER_ID, kerveno)
                    .set(CUSTOMER_ASSIGNMENT.COLLECTOR_ID, anna.id())
                    .execute();
        });
        portfolio.invoice(portfolio.customer("0014", "Autre"), "F-20", "1.00", "2026-11-02", "2026-12-30");
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void the_oldest_debt_comes_first_and_of_cleared_items_the_latest() {
        assertThat(numbers(new ItemFilter("", Status.OPEN)))
                .containsExactly("D-1", "A-1", "F-1", "USD-1", "F-2", "F-50%", "XAF-1", "F-20");
        assertThat(numbers(new ItemFilter("", Status.CLEARED))).containsExactly("F-9");
        assertThat(numbers(ItemFilter.NONE)).hasSize(9).startsWith("F-20");
    }

    @Test
    void overdue_is_what_is_owed_and_was_due_before_today_neither_credits_nor_memos() {
        assertThat(numbers(new ItemFilter("", Status.OVERDUE))).containsExactly("F-1", "USD-1");
        var list = list(new ItemFilter("", Status.OPEN), "", false);
        assertThat(list.lines().stream().filter(ItemLine::isOverdue).map(ItemLine::number))
                .containsExactly("F-1", "USD-1");
    }

    @Test
    void words_are_looked_for_in_numbers_orders_and_customers_and_signs_mean_themselves() {
        assertThat(found("kerveno")).containsExactlyInAnyOrder("F-1", "F-2", "A-1", "D-1");
        assertThat(found("KERVÉNO f-1")).containsExactly("F-1");
        assertThat(found("0013")).containsExactlyInAnyOrder("USD-1", "XAF-1", "F-9");
        assertThat(found("po-77")).containsExactly("USD-1");
        assertThat(found("50%")).containsExactly("F-50%");
        assertThat(found("%")).containsExactly("F-50%");
        assertThat(found("' or 1=1 --")).isEmpty();
    }

    @Test
    void criteria_mix_the_item_with_its_customer_and_debtor() {
        assertThat(meeting("item.openAmount.between(50,)"))
                .containsExactlyInAnyOrder("F-1", "F-2", "D-1", "USD-1", "XAF-1");
        assertThat(meeting("item.openAmount.between(50,),customer.overdue.between(100,)"))
                .containsExactlyInAnyOrder("F-1", "F-2", "D-1");
        assertThat(meeting("item.kind.oneOf(CREDIT_NOTE)")).containsExactly("A-1");
        assertThat(meeting("any(item.daysOverdue.between(50,60),item.clearedOn.days(2026-09-20,2026-09-20))"))
                .containsExactlyInAnyOrder("F-1", "F-9");
        assertThat(meeting("item.custom3.contains(nant)")).containsExactly("USD-1");
        assertThat(meeting("debtor.name.contains(abroad),!item.currency.oneOf(EUR)"))
                .containsExactlyInAnyOrder("USD-1", "XAF-1");
    }

    @Test
    void an_item_has_no_items_and_what_is_unknown_is_said() {
        assertThatThrownBy(() -> meeting("has(item.openAmount.between(1,))")).isInstanceOf(BadCriteria.class);
        assertThatThrownBy(() -> meeting("item.colour.oneOf(RED)")).isInstanceOf(BadCriteria.class);
    }

    @Test
    void totals_are_by_currency_and_in_that_of_the_company_and_memos_are_in_no_balance() {
        var totals = list(new ItemFilter("", Status.OPEN), "", false).totals();

        assertThat(totals.parts())
                .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                        .build())
                .containsExactly(
                        part("EUR", false, 5, "201.00", "141.00", "141.00"),
                        part("USD", false, 1, "110.00", "110.00", "100.00"),
                        part("XAF", false, 1, "9000", "9000", null),
                        part("EUR", true, 1, "500.00", "500.00", "500.00"));
        assertThat(totals.items()).isEqualTo(8);
        assertThat(totals.amount()).isEqualByComparingTo("241.00");
        assertThat(totals.unconverted()).extracting(InCurrency::currency).containsExactly("XAF");
    }

    @Test
    void of_too_many_items_only_the_first_page_is_shown_and_the_totals_on_request() {
        var request = new TableRequest("", "number", false, 1, 2);
        var cut = ledger.inTenant(() -> items.list(ledger.company(), ItemFilter.NONE, request, 8));
        assertThat(cut.lines()).hasSize(2);
        assertThat(cut.totals()).isEqualTo(new ItemList.Totals(8, true, List.of()));

        var just = ledger.inTenant(() -> items.list(ledger.company(), ItemFilter.NONE, request, 9));
        assertThat(just.totals().items()).isEqualTo(9);
        assertThat(just.totals().isCut()).isFalse();
        assertThat(ledger.inTenant(() -> items.whole(ledger.company(), ItemFilter.NONE, request)))
                .isEqualTo(just);
    }

    @Test
    void every_column_can_be_shown_and_sorted_by_both_ways() {
        var columns = ledger.inTenant(
                () -> LedgerCriteria.itemColumns(ledger.sql(), ledger.clock()).all());
        assertThat(columns)
                .extracting(ItemListColumn::key)
                .startsWith("number", "kind", "customer.code", "customer.name")
                .contains("uniqueId", "custom3", "customer.groups", "debtor.overdue", "amount")
                .doesNotContain("custom4")
                .doesNotHaveDuplicates();
        for (var column : columns) {
            for (var direction : List.of("asc", "desc")) {
                var request = TableRequest.of("", column.key(), direction, 1).withColumns("number," + column.key());
                assertThat(list(ItemFilter.NONE, request).lines())
                        .as(column.key())
                        .hasSize(9);
            }
        }
        assertThat(columns.stream().filter(column -> column.kind() == Kind.AMOUNT))
                .allSatisfy(column -> assertThat(column.isInCompanyCurrency())
                        .as(column.key())
                        .isEqualTo(!Set.of("originalAmount", "originalAmountNet", "openAmount", "openAmountNet")
                                .contains(column.key())));
    }

    @Test
    void further_columns_hold_what_is_known() {
        var request = TableRequest.of("", null, null, 1).withColumns("number,custom3,customer.overdue,nonsense");
        var lines = list(new ItemFilter("po-77", Status.ALL), request).lines();
        assertThat(lines.getFirst().further())
                .containsOnlyKeys("custom3", "customer.overdue")
                .containsEntry("custom3", "Nantes");
    }

    @Test
    void amounts_are_sorted_by_what_they_are_worth() {
        assertThat(sorted("amount", true))
                .startsWith("D-1", "F-1", "USD-1", "F-2")
                .endsWith("XAF-1");
        assertThat(sorted("openAmount", true)).startsWith("XAF-1", "D-1", "USD-1", "F-1");
        assertThat(sorted("daysOverdue", true)).startsWith("D-1", "A-1", "F-1").endsWith("F-9");
        assertThat(sorted("customer.name", false)).startsWith("USD-1", "XAF-1", "F-9", "F-20");
        assertThat(sorted("number; drop table", true)).hasSize(9);
    }

    @Test
    void pages_are_cut_and_files_are_whole() {
        var second = list(ItemFilter.NONE, new TableRequest("", "number", false, 2, 5));
        assertThat(second.lines()).extracting(ItemLine::number).containsExactly("F-50%", "F-9", "USD-1", "XAF-1");
        assertThat(second.totals().items()).isEqualTo(9);

        var all = new ArrayList<String>();
        ledger.inTenant(() -> {
            items.each(
                    ledger.company(),
                    ItemFilter.NONE,
                    new TableRequest("", "number", true, 2, 5),
                    line -> all.add(line.number()));
            return all;
        });
        assertThat(all).hasSize(9).startsWith("XAF-1", "USD-1").endsWith("A-1");
    }

    @Test
    void a_collector_narrows_them_to_her_portfolio() {
        var mine = CustomerChoice.of(Map.of(CustomerChoice.COLLECTOR, List.of(CustomerChoice.ME)));
        var filter = new ItemFilter("", Status.OPEN, mine, "item.openAmount.between(0,)");

        var list = as(() -> list(filter, "", false));

        assertThat(list.lines()).extracting(ItemLine::number).containsExactly("D-1", "F-1", "F-2");
        assertThat(list.totals().amount()).isEqualByComparingTo("150.00");
    }

    @Test
    void other_companies_and_other_tenants_see_none_of_them() {
        var other = ledger.inTenant(() -> {
            var companies = new Companies(ledger.sql(), ledger.clock());
            return companies.get(
                    companies.create("OTHER", "Other", Currency.getInstance("EUR"), ZoneId.of("Europe/Paris")));
        });
        var all = TableRequest.of("", null, null, 1);
        assertThat(ledger.inTenant(() -> items.list(other, ItemFilter.NONE, all))
                        .lines())
                .isEmpty();
        assertThat(ledger.inTenant(() -> items.hasAny(other))).isFalse();
        assertThat(ledger.inTenant(() -> items.hasAny(ledger.company()))).isTrue();

        var stranger = ledger.newTenant("Stranger");
        var seen = ledger.as(stranger, () -> items.list(ledger.company(), ItemFilter.NONE, all));
        assertThat(seen.lines()).isEmpty();
        assertThat(seen.totals().items()).isZero();
    }

    @Test
    void a_search_over_items_is_kept_apart_from_those_over_customers() {
        var searches = new SavedSearches(ledger.sql(), new CurrentUser(), users);
        var changes = new SearchChanges(ledger.sql(), new CurrentUser());
        var late = CriteriaText.read("item.daysOverdue.between(30,)");
        var id = as(() -> changes.save(Subject.ITEM, "Late ones", late, false));
        as(() -> changes.save(Subject.CUSTOMER, "Late ones", CriteriaText.read("customer.overdue.between(1,)"), false));

        assertThat(as(() -> meeting(SavedSearches.address(id)))).containsExactlyInAnyOrder("F-1", "A-1", "D-1");
        assertThat(as(() -> searches.of(Subject.ITEM)))
                .extracting(search -> search.id())
                .containsExactly(id);
        assertThat(as(() -> searches.of(Subject.CUSTOMER)))
                .extracting(search -> search.id())
                .doesNotContain(id)
                .hasSize(1);
        assertThatThrownBy(() -> as(() -> searches.asked(Subject.CUSTOMER, SavedSearches.address(id))))
                .isInstanceOf(BadCriteria.class);
    }

    private static InCurrency part(
            String currency, boolean isMemo, long items, String original, String open, @Nullable String amount) {
        return new InCurrency(
                currency,
                isMemo,
                items,
                new BigDecimal(original),
                new BigDecimal(open),
                amount == null ? null : new BigDecimal(amount));
    }

    private List<String> found(String text) {
        return numbers(new ItemFilter(text, Status.ALL));
    }

    private List<String> meeting(String criteria) {
        return numbers(ItemFilter.NONE.meeting(criteria));
    }

    private List<String> sorted(String column, boolean descending) {
        return list(ItemFilter.NONE, column, descending).lines().stream()
                .map(ItemLine::number)
                .toList();
    }

    private List<String> numbers(ItemFilter filter) {
        return list(filter, "", false).lines().stream().map(ItemLine::number).toList();
    }

    private ItemList list(ItemFilter filter, String sort, boolean descending) {
        return list(filter, TableRequest.of("", sort, descending ? "desc" : null, 1));
    }

    private ItemList list(ItemFilter filter, TableRequest request) {
        return ledger.inTenant(() -> items.list(ledger.company(), filter, request));
    }

    private <T> T as(Supplier<T> work) {
        var who = anna;
        if (who == null) {
            throw new IllegalStateException("Nobody is there yet");
        }
        return CurrentUser.callThrowing(who, () -> ledger.inTenant(work));
    }
}
