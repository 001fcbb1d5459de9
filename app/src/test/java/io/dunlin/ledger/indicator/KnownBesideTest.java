package io.dunlin.ledger.indicator;

import static io.dunlin.ledger.tables.Attachment.ATTACHMENT;
import static io.dunlin.ledger.tables.Contact.CONTACT;
import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static io.dunlin.ledger.tables.Item.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.Criteria.Has;
import io.dunlin.criteria.Criteria.Test;
import io.dunlin.criteria.CriteriaText;
import io.dunlin.criteria.Subject;
import io.dunlin.ledger.CustomerFilter;
import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.CustomerLine;
import io.dunlin.ledger.Customers;
import io.dunlin.ledger.Facts;
import io.dunlin.ledger.ItemId;
import io.dunlin.ledger.SamplePortfolio;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What stands beside customers and items: when they came, whom to write to, files, and amounts that have no history. */
class KnownBesideTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final SamplePortfolio portfolio = new SamplePortfolio(ledger);
    private CustomerId first = new CustomerId(1);
    private CustomerId second = new CustomerId(2);
    private ItemId invoice = new ItemId(1);

    @BeforeEach
    void two_customers() {
        first = portfolio.customer("C-1", "Estran");
        second = portfolio.customer("C-2", "Marée");
        invoice = portfolio.invoice(first, "F1", "900.00", "2026-03-01", "2026-04-01");
        portfolio.invoice(second, "F2", "500.00", "2026-10-01", "2026-11-01");
        ledger.inTenant(() -> {
            new Facts(ledger.sql(), ledger.clock()).rebuild(ledger.company());
            return 0;
        });
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @org.junit.jupiter.api.Test
    void a_day_of_creation_is_one_of_the_company() {
        // Already the next day in Paris.
        portfolio.set(first, CUSTOMER.CREATED_AT, OffsetDateTime.parse("2026-11-20T23:30:00Z"));

        var day = LocalDate.parse("2026-11-21");
        assertThat(meeting("customer.createdOn", new Comparison.Days(day, day))).containsExactly("C-1");
        assertThat(meeting(new Has(Subject.ITEM, false, Test.of("item.createdOn", new Comparison.InLast(1)))))
                .containsExactly("C-1", "C-2");
    }

    @org.junit.jupiter.api.Test
    void who_can_be_written_to_or_called_about_what_is_due() {
        contact(first, "compta@estran.example", null, true);
        contact(second, "sales@maree.example", "+33 6 00 00 00 00", false);

        assertThat(meeting("customer.collectionContact", yes())).containsExactly("C-1");
        assertThat(meeting("customer.collectionEmail", yes())).containsExactly("C-1");
        assertThat(meeting("customer.collectionMobile", yes())).isEmpty();
        assertThat(meeting("customer.collectionContact", no())).containsExactly("C-2");
    }

    @org.junit.jupiter.api.Test
    void files_of_items_are_not_those_of_their_customer() {
        file(first, invoice);
        file(second, null);

        assertThat(meeting("customer.hasFile", yes())).containsExactly("C-2");
        assertThat(meeting(new Has(Subject.ITEM, false, Test.of("item.hasFile", yes()))))
                .containsExactly("C-1");
        var isInvoice = new Comparison.Part(Comparison.Part.Place.START, "INVOICE");
        assertThat(meeting("customer.fileNames", isInvoice)).containsExactly("C-2");
        assertThat(meeting(new Has(Subject.ITEM, false, Test.of("item.fileNames", isInvoice))))
                .containsExactly("C-1");
    }

    @org.junit.jupiter.api.Test
    void of_the_amount_without_tax_the_same_share_is_open() {
        ledger.inTenant(() -> ledger.sql()
                .update(ITEM)
                .set(ITEM.ORIGINAL_AMOUNT_NET, new BigDecimal("750"))
                .set(ITEM.OPEN_AMOUNT, new BigDecimal("300"))
                .where(ITEM.TENANT_ID.eq(ledger.tenant()))
                .and(ITEM.ID.eq(invoice))
                .execute());

        assertThat(meeting(new Has(Subject.ITEM, false, Test.of("item.openAmountNet", atLeast("250")))))
                .containsExactly("C-1");
        assertThat(meeting(new Has(Subject.ITEM, false, Test.of("item.openAmountNet", atLeast("250.01")))))
                .as("and it is not known of the other one")
                .isEmpty();
    }

    @org.junit.jupiter.api.Test
    void what_is_overdue_beyond_the_last_limit_of_the_ageing() {
        // 235 days and 21 days; the company's last limit is 120.
        assertThat(meeting("customer.overdueLong", atLeast("1"))).containsExactly("C-1");
        assertThat(meeting("customer.overdueLong", atLeast("900.01"))).isEmpty();
    }

    @org.junit.jupiter.api.Test
    void credits_and_backlog_are_asked_for_like_any_amount() {
        ledger.inTenant(() -> ledger.sql()
                .update(CUSTOMER_FACT)
                .set(CUSTOMER_FACT.ORDER_BACKLOG, new BigDecimal("70"))
                .set(CUSTOMER_FACT.CREDITS, new BigDecimal("-30"))
                .where(CUSTOMER_FACT.TENANT_ID.eq(ledger.tenant()))
                .and(CUSTOMER_FACT.CUSTOMER_ID.eq(second))
                .execute());

        assertThat(meeting("customer.orderBacklog", atLeast("50"))).containsExactly("C-2");
        assertThat(meeting("customer.credits", new Comparison.Between(null, new BigDecimal("-1"))))
                .containsExactly("C-2");
    }

    private static Comparison yes() {
        return new Comparison.OneOf(List.of("true"));
    }

    private static Comparison no() {
        return new Comparison.OneOf(List.of("false"));
    }

    private static Comparison atLeast(String amount) {
        return new Comparison.Between(new BigDecimal(amount), null);
    }

    private List<String> meeting(String indicator, Comparison comparison) {
        return meeting(Test.of(indicator, comparison));
    }

    private List<String> meeting(Criteria criteria) {
        var customers = new Customers(
                ledger.sql(),
                LedgerCriteria.matches(ledger.sql(), ledger.clock()),
                LedgerCriteria.columns(ledger.sql(), ledger.clock()));
        var filter = CustomerFilter.NONE.meeting(CriteriaText.write(criteria));
        return ledger
                .inTenant(() -> customers.list(ledger.company(), filter, TableRequest.of("", "code", null, 1)))
                .lines()
                .stream()
                .map(CustomerLine::code)
                .toList();
    }

    private void contact(CustomerId customer, String email, @Nullable String mobile, boolean forCollection) {
        ledger.inTenant(() -> ledger.sql()
                .insertInto(CONTACT)
                .set(CONTACT.TENANT_ID, ledger.tenant())
                .set(CONTACT.CUSTOMER_ID, customer)
                .set(CONTACT.NAME, "Anna")
                .set(CONTACT.EMAIL, email)
                .set(CONTACT.MOBILE, mobile)
                .set(CONTACT.FOR_COLLECTION, forCollection)
                .execute());
    }

    private void file(CustomerId customer, @Nullable ItemId item) {
        ledger.inTenant(() -> ledger.sql()
                .insertInto(ATTACHMENT)
                .set(ATTACHMENT.TENANT_ID, ledger.tenant())
                .set(ATTACHMENT.COMPANY_ID, ledger.company().id())
                .set(ATTACHMENT.CUSTOMER_ID, customer)
                .set(ATTACHMENT.ITEM_ID, item)
                .set(ATTACHMENT.FILE_NAME, "invoice.pdf")
                .set(ATTACHMENT.MEDIA_TYPE, "application/pdf")
                .set(ATTACHMENT.SIZE, 10L)
                .set(ATTACHMENT.CONTENT_KEY, "key-" + customer.value())
                .set(ATTACHMENT.CREATED_AT, OffsetDateTime.parse("2026-11-20T08:00:00Z"))
                .execute());
    }
}
