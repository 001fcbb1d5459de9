package io.dunlin.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.view.InternalResourceViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** The pages about a few customers, some with hostile names, for an administrator who reads English. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LedgerPages {
    static final String EVIL = "<script>alert('x')</script> & \"Co\"";

    final TestLedger ledger = new TestLedger("2026-11-22");
    final SamplePortfolio portfolio = new SamplePortfolio(ledger);
    private final MockMvc browser = browser();
    ItemId invoice = new ItemId(1);

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

    io.dunlin.ledger.CustomerFile wide() {
        return ledger.inTenant(() ->
                new CustomerFiles(ledger.sql(), new Groups(ledger.sql()), ledger.clock()).get(ledger.company(), "W"));
    }

    String version() {
        return Integer.toString(wide().version());
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
        var reports = new Reports(List.of(), viewers, texts);
        var chip = new CriteriaChip(
                new io.dunlin.criteria.SavedSearches(sql, new CurrentUser(), people),
                new io.dunlin.criteria.web.CriteriaWords(
                        LedgerCriteria.catalogue(sql, clock), new io.dunlin.criteria.web.Labels(texts, viewers)));
        var words = new CustomerFilterWords(choices, chip, reports, clock);
        var itemsTable = new ItemsTable(
                LedgerCriteria.itemColumns(sql, clock),
                new IndicatorWords(new io.dunlin.criteria.web.Labels(texts, viewers)),
                labels);
        return MockMvcBuilders.standaloneSetup(
                        new CustomersPage(customers, choices, company, table, words, reports),
                        page,
                        new ContactActions(page, contacts, changes),
                        new DetailsActions(page, details, files, changes, labels),
                        new ItemsPage(
                                LedgerCriteria.items(sql, clock), choices, company, itemsTable, chip, reports, clock),
                        new ItemExports(
                                LedgerCriteria.items(sql, clock),
                                company,
                                itemsTable,
                                new ItemFilterWords(choices, chip, reports, clock)),
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
                                customers,
                                company,
                                table,
                                words,
                                new StatementFiles(statements, labels, reports, clock),
                                page),
                        new CustomersApi(
                                customers, files, statements, new ApiCompanies(companies, company), clock, labels))
                .setViewResolvers(
                        new JteViews(viewers, texts, List.of()),
                        // For redirects only: every page is a template.
                        new InternalResourceViewResolver())
                .build();
    }

    String read(MockHttpServletRequestBuilder request) throws Exception {
        var response = perform(request);
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return perform(ledger.tenant(), request);
    }

    MockHttpServletResponse perform(TenantId tenant, MockHttpServletRequestBuilder request) throws Exception {
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
