package io.dunlin.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.dunlin.criteria.alerts.AlertMarks;
import io.dunlin.criteria.rules.Assignables;
import io.dunlin.criteria.rules.RunHistory;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.Assignments;
import io.dunlin.ledger.Contacts;
import io.dunlin.ledger.CustomFields;
import io.dunlin.ledger.CustomerChanges;
import io.dunlin.ledger.CustomerChoices;
import io.dunlin.ledger.CustomerFiles;
import io.dunlin.ledger.Groups;
import io.dunlin.ledger.ItemId;
import io.dunlin.ledger.Items;
import io.dunlin.ledger.OrderBacklog;
import io.dunlin.ledger.ProfileFlags;
import io.dunlin.ledger.SalesByMonth;
import io.dunlin.ledger.SamplePortfolio;
import io.dunlin.ledger.Statements;
import io.dunlin.ledger.indicator.LedgerCriteria;
import io.dunlin.reporting.Reports;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.UserId;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.JteViews;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewer;
import io.dunlin.web.Viewers;
import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.view.InternalResourceViewResolver;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerPagesTest {
    private static final String EVIL = "<script>alert('x')</script> & \"Co\"";

    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final SamplePortfolio portfolio = new SamplePortfolio(ledger);
    private final MockMvc browser = browser();
    private ItemId invoice = new ItemId(1);

    @BeforeAll
    void a_portfolio_with_hostile_names() {
        var evil = portfolio.customer("A/1 é", EVIL);
        portfolio.facts(evil, "100.00", "123456789012.50", "2026-10-01");
        invoice = portfolio.invoice(evil, EVIL, "123456789012.50", "2026-09-01", "2026-10-01");
        portfolio.item(evil, io.dunlin.ledger.ItemKind.INVOICE, "USD-1", "70.00", "USD", "2026-11-05", "2026-12-05");
        portfolio.sales(evil, "123456789012.50");
        var wide = portfolio.customer("W", "W".repeat(200));
        portfolio.facts(wide, "0", "0", "");
        portfolio.facts(portfolio.customer("=1+1", "=cmd()"), "1.00", "0", "");
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void the_list_shows_totals_and_links_and_no_markup_of_others() throws Exception {
        var page = read(get("/customers"));
        assertThat(page).contains("href=\"/customers/EST/A~2F1%20%C3%A9\"").contains("W".repeat(200));
        assertThat(page).contains("123,456,789,012.50").contains("3 customers with ");
        assertThat(page).doesNotContain("<script>alert");
        assertThat(read(get("/customers?q=nobody&overdue=1"))).contains("Overdue only");
    }

    @Test
    void the_items_of_all_customers_are_listed_with_totals_by_currency_and_no_markup_of_others() throws Exception {
        var page = read(get("/items"));
        assertThat(page)
                .contains("2 open items, 123,456,789,012.50 EUR together.", "USD 70.00 in 1 item is in no sum")
                .contains("href=\"/customers/EST/A~2F1%20%C3%A9\"", "href=\"/items/" + invoice + "\"", ">USD-1<")
                .containsSubsequence("<tfoot>", "1 item", "123,456,789,012.50", "EUR", "70.00", "USD", "2 items")
                .doesNotContain("<script>alert", "ledger.");
        assertThat(read(get("/items?status=overdue")))
                .contains("1 overdue item")
                .doesNotContain(">USD-1<");
        assertThat(read(get("/items?status=cleared&q=nobody"))).contains("Nothing is cleared.", "Nothing found");
        assertThat(read(get("/items").param("c", "item.currency.oneOf(USD)")))
                .contains("Currency is USD", "1 item, of which", ">USD-1<");
        assertThat(read(get("/items").param("c", "item.colour.oneOf(RED)")))
                .contains("These criteria cannot be used.", "data-row-count=\"0\"");
        assertThat(read(get("/items?build=1"))).contains("name=\"subject\" value=\"item\"");
        assertThat(read(get("/items?page=nonsense&sort=x%27&status=all&columns=number,customer.groups")))
                .contains("Groups (customer)");
    }

    @Test
    void items_go_out_as_they_are_shown_and_as_json() throws Exception {
        var csv = read(get("/items/export.csv?columns=number,openAmount,currency,amount"));
        assertThat(csv.lines())
                .contains("USD-1,70.0000,USD,", "1 item,70.0000,USD,")
                .anyMatch(line -> line.startsWith("2 items,,,123456789012.50"));
        assertThat(perform(get("/items/export.xlsx")).getContentType()).contains("spreadsheetml");
        var json = read(get("/api/v1/items?status=all&sort=openAmount&columns=customer.name,customer.receivable"));
        assertThat(json)
                .contains("\"rows\":2", "\"more\":false", "\"customer.receivable\":", "\"number\":\"USD-1\"")
                .contains("\"openAmountConverted\":null");
        assertThat(perform(get("/api/v1/items?c=item.colour.empty()")).getStatus())
                .isEqualTo(400);
    }

    @Test
    void the_file_shows_its_statement_and_every_tab() throws Exception {
        var page = read(get(java.net.URI.create("/customers/EST/A~2F1%20%C3%A9")));
        assertThat(page).contains("Overdue, 1 item").contains("Not due, 1 item").contains("USD");
        assertThat(page).contains("data-sums=\"1234567890125000\tEUR\t\"").doesNotContain("<script>alert");
        for (var tab : List.of("statement", "contacts", "details", "orders", "reports", "history")) {
            assertThat(read(get(java.net.URI.create("/customers/EST/A~2F1%20%C3%A9/" + tab))))
                    .contains("aria-current=\"page\"")
                    .doesNotContain("<script>alert")
                    .doesNotContain("ledger.");
        }
        assertThat(read(get(java.net.URI.create("/customers/EST/W?asOf=2026-01-01&show=all"))))
                .contains("Nothing to show as of 2026-01-01");
    }

    @Test
    void a_contact_is_added_and_changed_through_the_forms() throws Exception {
        var saved = perform(
                post("/customers/EST/W/contacts").param("name", "Le Goff").param("email", "yann@example.org"));
        assertThat(saved.getRedirectedUrl()).isEqualTo("/customers/EST/W/contacts");
        assertThat(read(get("/customers/EST/W/contacts"))).contains("Le Goff").contains("Receives reminders");
        assertThat(read(get("/customers/EST/W/history"))).contains("added a contact");
    }

    @Test
    void details_are_saved_once_and_a_stale_form_is_refused_with_what_was_typed() throws Exception {
        var wide = "W".repeat(200);
        var saved = perform(post("/customers/EST/W/details")
                .param("version", "0")
                .param("name", wide)
                .param("city", "Brest"));
        assertThat(saved.getRedirectedUrl()).isEqualTo("/customers/EST/W/details");
        var stale = perform(post("/customers/EST/W/details")
                .param("version", "0")
                .param("name", wide)
                .param("city", "Quimper"));
        assertThat(stale.getStatus()).isEqualTo(422);
        assertThat(stale.getContentAsString()).contains("Somebody else").contains("Quimper");
    }

    @Test
    void collector_and_colleagues_are_chosen_on_the_details() throws Exception {
        var anna = ledger.inTenant(() -> new Users(ledger.sql(), ledger.clock())
                .create("anna@example.org", "Anna <b>Weber</b>", Role.COLLECTOR, false, "en")
                .id());
        var ben = ledger.inTenant(() -> new Users(ledger.sql(), ledger.clock())
                .create("ben@example.org", "Ben", Role.SALES_MANAGER, false, "en")
                .id());
        var id = wide().id();
        perform(post("/customers/EST/W/details")
                .param("version", version())
                .param("name", "W".repeat(200))
                .param("collector", anna.toString())
                .param("colleague", ben.toString(), "999999"));
        var assigned = ledger.inTenant(() -> new Assignments(ledger.sql()).of(id));
        assertThat(assigned).isEqualTo(new Assignments.Assignment(anna, Set.of(ben)));
        assertThat(read(get("/customers/EST/W/details")))
                .contains("Anna &lt;b&gt;Weber")
                .doesNotContain("<b>Weber");
        assertThat(read(get("/customers?columns=collector"))).contains("Anna &lt;b&gt;Weber");
        assertThat(read(get("/customers?columns=collector,orderBacklog&sort=collector")))
                .contains("Order backlog");

        // A form that does not speak of it changes nothing; nobody is an answer too.
        perform(post("/customers/EST/W/details").param("version", version()).param("name", "W".repeat(200)));
        assertThat(ledger.inTenant(() -> new Assignments(ledger.sql()).of(id))).isEqualTo(assigned);
        perform(post("/customers/EST/W/details")
                .param("version", version())
                .param("name", "W".repeat(200))
                .param("collector", ""));
        assertThat(ledger.inTenant(() -> new Assignments(ledger.sql()).of(id)))
                .isEqualTo(new Assignments.Assignment(null, Set.of()));
    }

    @Test
    void an_item_tells_its_story() throws Exception {
        assertThat(read(get("/items/" + invoice)))
                .contains("Opened with 123,456,789,012.50 EUR, due 2026-10-01")
                .doesNotContain("<script>alert");
    }

    @Test
    void settings_pages_show_and_save() throws Exception {
        perform(post("/settings/groups").param("name", EVIL).param("colour", "red"));
        assertThat(read(get("/settings/groups"))).contains("&lt;script>").doesNotContain("<script>alert");
        perform(post("/settings/custom-fields")
                .param("subject", "ITEM")
                .param("label3", "Route")
                .param("analytical3", "1"));
        assertThat(read(get("/settings/custom-fields"))).contains("value=\"Route\"");
    }

    @Test
    void files_have_all_rows_and_no_formulas() throws Exception {
        var csv = read(get("/customers/export.csv?sort=code"));
        assertThat(csv).contains("'=1+1").contains("'=cmd()").contains("123456789112.5000");
        assertThat(csv.lines()).hasSize(5);
        var xlsx = perform(get(java.net.URI.create("/customers/EST/A~2F1%20%C3%A9/statement.xlsx")));
        assertThat(xlsx.getContentAsByteArray()).startsWith('P', 'K');
        assertThat(xlsx.getHeader("Content-Disposition")).contains("statement-A_1__.xlsx");
    }

    @Test
    void a_file_is_what_the_page_shows_totals_included() throws Exception {
        var query = "?sort=receivable&dir=desc&columns=receivable,groups,name";
        var table = read(get("/customers" + query));
        var csv =
                read(get("/customers/export.csv" + query)).substring(1).lines().toList();
        var xlsx = perform(get("/customers/export.xlsx" + query)).getContentAsByteArray();

        assertThat(csv.getFirst()).isEqualTo("Receivable (EUR),Groups,Customer");
        assertThat(csv.getLast()).isEqualTo("123456789113.5000,,3 customers");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSameSizeAs(csv).hasSize(5);
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("Receivable (EUR)");
            var names =
                    rows.subList(1, 4).stream().map(row -> row.getCellText(2)).toList();
            assertThat(names).containsExactly(EVIL, "=cmd()", "W".repeat(200));
            assertThat(table.indexOf("alert('x')")).isLessThan(table.indexOf("=cmd()"));
            assertThat(table.indexOf("=cmd()")).isLessThan(table.indexOf("W".repeat(200)));
            assertThat(rows.getLast().getCell(0).asNumber()).isEqualByComparingTo("123456789113.5");
            assertThat(table).contains("123,456,789,113.50");
        }
    }

    @Test
    void ticked_rows_go_into_a_file() throws Exception {
        var csv = read(post("/customers/selected.csv").param("all", "1").param("query", "?q=W&columns=code"));
        assertThat(csv.lines()).containsExactly("\ufeffCode", "W", "");
    }

    @Test
    void ticked_items_go_into_a_file_with_their_total() throws Exception {
        var statement = java.net.URI.create("/customers/EST/A~2F1%20%C3%A9/statement.csv");
        var csv = read(post(statement).param("keys", invoice.toString()));
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv.lines().toList().getLast()).isEqualTo("1 open item,,,,,,123456789012.5000,EUR,,");
        assertThat(read(get(statement)).lines().toList().getLast()).isEqualTo("1 open item,,,,,,70.0000,USD,,");
    }

    private io.dunlin.ledger.CustomerFile wide() {
        return ledger.inTenant(() ->
                new CustomerFiles(ledger.sql(), new Groups(ledger.sql()), ledger.clock()).get(ledger.company(), "W"));
    }

    private String version() {
        return Integer.toString(wide().version());
    }

    @Test
    void programs_get_the_same_as_json() throws Exception {
        assertThat(read(get("/api/v1/customers?q=alert")))
                .contains("\"rows\":1")
                .contains("\"code\":\"A/1 é\"");
        assertThat(read(get(java.net.URI.create("/api/v1/customers/EST/A~2F1%20%C3%A9"))))
                .contains("\"overdue\":123456789012.5000");
        assertThat(read(get(java.net.URI.create("/api/v1/customers/EST/A~2F1%20%C3%A9/items?asOf=2026-10-02"))))
                .contains("\"daysLate\":1")
                .contains("\"asOf\":\"2026-10-02\"");
    }

    @Test
    void another_tenants_customers_and_items_do_not_exist() {
        var other = ledger.newTenant("Other");
        assertThatThrownBy(() -> perform(other, get("/customers/EST/W"))).hasMessageContaining("NotFound");
        assertThatThrownBy(() -> perform(other, get("/items/" + invoice))).hasMessageContaining("NotFound");
        assertThatThrownBy(() -> perform(other, get("/api/v1/customers/EST/W"))).hasMessageContaining("NotFound");
    }

    private MockMvc browser() {
        var sql = ledger.sql();
        var clock = ledger.clock();
        var texts = new Texts();
        Viewers viewers = EveryRight::new;
        var labels = new Labels(texts, viewers);
        var companies = new Companies(sql, clock);
        var audit = new AuditTrail(sql, clock, new CurrentUser(), JsonMapper.shared());
        var company = new CurrentCompany(new CurrentUser(), companies, new Users(sql, clock));
        var customers = LedgerCriteria.customers(sql, clock);
        var groups = new Groups(sql);
        var files = new CustomerFiles(sql, groups, clock);
        var contacts = new Contacts(sql);
        var changes = new CustomerChanges(sql, audit);
        var fields = new CustomFields(sql);
        var choices = new CustomerChoices(groups, new io.dunlin.tenancy.Users(sql, clock), fields);
        var items = new Items(sql);
        var statements = new Statements(sql);
        var flags = new ProfileFlags(sql, texts, viewers);
        var table = new CustomersTable(
                fields,
                LedgerCriteria.columns(sql, clock),
                new IndicatorWords(new io.dunlin.criteria.web.Labels(texts, viewers)),
                new AlertMarks(sql, new CurrentUser()),
                labels,
                flags,
                clock);
        var people = new Users(sql, clock);
        var details = new DetailsPanel(
                fields, groups, files, new Assignments(sql), new io.dunlin.ledger.CustomerOptions(sql), people);
        var page = new CustomerFilePage(
                companies,
                files,
                viewers,
                flags,
                new AlertMarks(sql, new CurrentUser()),
                List.of(
                        details,
                        new ContactsPanel(contacts),
                        new StatementPanel(statements, clock),
                        new ReportsPanel(new SalesByMonth(sql), labels),
                        new OrdersPanel(new OrderBacklog(sql)),
                        new HistoryPanel(
                                items,
                                changes,
                                new RuleSentences(
                                        new RunHistory(sql, LedgerCriteria.tables(), people),
                                        new Assignables(List.of()),
                                        new io.dunlin.criteria.web.Labels(texts, viewers)))));
        var itemsTable = new ItemsTable(
                LedgerCriteria.itemColumns(sql, clock),
                new IndicatorWords(new io.dunlin.criteria.web.Labels(texts, viewers)),
                labels);
        var chip = new CriteriaChip(
                new io.dunlin.criteria.SavedSearches(sql, new CurrentUser(), people),
                new io.dunlin.criteria.web.CriteriaWords(
                        LedgerCriteria.catalogue(sql, clock), new io.dunlin.criteria.web.Labels(texts, viewers)));
        return MockMvcBuilders.standaloneSetup(
                        new CustomersPage(
                                customers, choices, company, table, chip, new Reports(List.of(), viewers, texts)),
                        page,
                        new ContactActions(page, contacts, changes),
                        new DetailsActions(page, details, files, changes, labels),
                        new ItemsPage(
                                LedgerCriteria.items(sql, clock),
                                choices,
                                company,
                                itemsTable,
                                chip,
                                new Reports(List.of(), viewers, texts),
                                clock),
                        new ItemExports(LedgerCriteria.items(sql, clock), company, itemsTable),
                        new ItemsApi(LedgerCriteria.items(sql, clock), new ApiCompanies(companies, company), labels),
                        new ItemPage(
                                items,
                                companies,
                                fields,
                                new FilesViews(
                                        new io.dunlin.ledger.Attachments(ledger.sql()),
                                        io.dunlin.ledger.AttachmentsOf.nothing(ledger)),
                                clock),
                        new GroupsPage(groups, audit),
                        new CustomFieldsPage(fields, audit),
                        new CustomerExports(
                                customers, company, table, new StatementFiles(statements, labels, clock), page),
                        new CustomersApi(
                                customers, files, statements, new ApiCompanies(companies, company), clock, labels))
                .setViewResolvers(
                        new JteViews(viewers, texts, List.of()),
                        // For redirects only: every page is a template.
                        new InternalResourceViewResolver())
                .build();
    }

    private String read(MockHttpServletRequestBuilder request) throws Exception {
        var response = perform(request);
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return perform(ledger.tenant(), request);
    }

    private MockHttpServletResponse perform(TenantId tenant, MockHttpServletRequestBuilder request) throws Exception {
        return ledger.as(tenant, () -> {
            try {
                return CurrentUser.callThrowing(
                        somebody(), () -> browser.perform(request).andReturn().getResponse());
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static User somebody() {
        return new User(
                new UserId(1),
                "claire@example.org",
                "Claire Morvan",
                Role.ADMINISTRATOR,
                "en",
                "yyyy-MM-dd",
                "auto",
                true,
                true,
                true,
                null,
                null,
                0);
    }

    /** An administrator who reads English. */
    private record EveryRight() implements Viewer {
        @Override
        public String name() {
            return "Claire Morvan";
        }

        @Override
        public boolean isSignedIn() {
            return true;
        }

        @Override
        public Locale language() {
            return Locale.ENGLISH;
        }

        @Override
        public String dateFormat() {
            return "yyyy-MM-dd";
        }

        @Override
        public String theme() {
            return "light";
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Europe/Paris");
        }

        @Override
        public boolean may(Right right) {
            return true;
        }
    }
}
