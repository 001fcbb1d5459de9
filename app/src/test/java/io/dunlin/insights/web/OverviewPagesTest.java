package io.dunlin.insights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.dunlin.insights.Arrangements;
import io.dunlin.insights.KeptFilters;
import io.dunlin.insights.KnownItems;
import io.dunlin.insights.MyBlocks;
import io.dunlin.insights.OverviewBlocks;
import io.dunlin.insights.SomeBlock;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomFields;
import io.dunlin.ledger.CustomerChoices;
import io.dunlin.ledger.Groups;
import io.dunlin.ledger.SamplePortfolio;
import io.dunlin.reporting.OverviewBlock.Width;
import io.dunlin.reporting.Reports;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.FirstStep;
import io.dunlin.web.JteViews;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.view.InternalResourceViewResolver;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverviewPagesTest {
    private static final Pattern BLOCK = Pattern.compile("data-block=\"([^\"]+)\"");

    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final Users users = new Users(ledger.sql(), ledger.clock());
    private final CurrentUser current = new CurrentUser();
    private final MockMvc browser = browser();

    @BeforeAll
    void one_invoice() {
        var portfolio = new SamplePortfolio(ledger);
        portfolio.invoice(portfolio.customer("C1", "Maison Kerveno"), "F-1", "100.00", "2026-09-01", "2026-10-01");
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void blocks_stand_in_their_order_and_those_without_the_right_never() throws Exception {
        assertThat(shown(user(Role.ADMINISTRATOR))).containsExactly("figures", "imports", "slow");
        assertThat(shown(user(Role.GUEST))).containsExactly("figures", "slow");
        var guest = user(Role.GUEST);
        assertThat(read(guest, get("/overview?customise=1"))).doesNotContain("Title of imports");
        assertThatThrownBy(() -> read(guest, get("/overview/blocks/imports?company=EST&asOf=2026-11-22")))
                .hasMessageContaining("NotFound");
    }

    @Test
    void a_heavy_block_is_loaded_after_the_page_for_the_day_of_the_page() throws Exception {
        var user = user(Role.COLLECTOR);
        var page = read(user, get("/overview?asOf=2026-10-15"));
        assertThat(page).contains("Content of figures").doesNotContain("Content of slow");
        assertThat(page).contains("hx-get=\"/overview/blocks/slow?company=EST&amp;asOf=2026-10-15\"");
        assertThat(read(user, get("/overview/blocks/slow?company=EST&asOf=2026-10-15")))
                .contains("Content of slow")
                .doesNotContain("<html");
        assertThat(read(user, get("/overview?asOf=yesterday"))).contains("asOf=2026-11-22");
    }

    @Test
    void a_user_moves_hides_and_restores_blocks() throws Exception {
        var user = user(Role.ADMINISTRATOR);
        var answer = perform(user, post("/overview/arrangement").param("block", "slow", "imports", "figures"));
        assertThat(answer.getContentAsString()).contains("\"slow\":\"c6\"").contains("\"figures\":\"c12\"");
        assertThat(shown(user)).containsExactly("slow", "imports", "figures");
        perform(user, post("/overview/blocks/figures").param("step", "up"));
        assertThat(shown(user)).containsExactly("slow", "figures", "imports");
        perform(user, post("/overview/blocks/slow").param("step", "up"));
        perform(user, post("/overview/blocks/slow").param("step", "down"));
        assertThat(shown(user)).containsExactly("figures", "slow", "imports");
        var hidden = perform(
                user, post("/overview/blocks/slow").param("step", "hide").param("asOf", "2026-10-15"));
        assertThat(hidden.getRedirectedUrl()).isEqualTo("/overview?asOf=2026-10-15");
        assertThat(shown(user)).containsExactly("figures", "imports");
        perform(user, post("/overview/blocks").param("block", "rare"));
        assertThat(shown(user)).containsExactly("rare");
        perform(user, post("/overview/default"));
        assertThat(shown(user)).containsExactly("figures", "imports", "slow");
    }

    @Test
    void a_company_without_items_is_shown_the_ways_to_begin() throws Exception {
        var other = ledger.newTenant("Other");
        ledger.as(
                other,
                () -> new Companies(ledger.sql(), ledger.clock())
                        .create(
                                "NEW",
                                "<b>New</b>",
                                java.util.Currency.getInstance("EUR"),
                                java.time.ZoneId.of("Europe/Paris")));
        var page = read(other, user(other, Role.ADMINISTRATOR), get("/overview"));
        assertThat(page).contains("Upload your receivables").contains("href=\"/imports\"");
        assertThat(page).contains("&lt;b&gt;New").doesNotContain("<b>New");
        assertThat(page.indexOf("web.start.first")).isLessThan(page.indexOf("Upload your receivables"));
        assertThat(page).contains("<form method=\"post\" action=\"/first\">");
        assertThat(read(other, user(other, Role.GUEST), get("/overview")))
                .contains("Ask your administrator")
                .doesNotContain("Upload your receivables");
    }

    private List<String> shown(User user) throws Exception {
        return BLOCK.matcher(read(user, get("/overview")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private String read(User user, MockHttpServletRequestBuilder request) throws Exception {
        return read(ledger.tenant(), user, request);
    }

    private String read(TenantId tenant, User user, MockHttpServletRequestBuilder request) throws Exception {
        var response = perform(tenant, user, request);
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString();
    }

    private MockHttpServletResponse perform(User user, MockHttpServletRequestBuilder request) throws Exception {
        return perform(ledger.tenant(), user, request);
    }

    private MockHttpServletResponse perform(TenantId tenant, User user, MockHttpServletRequestBuilder request)
            throws Exception {
        return CurrentTenant.callThrowing(
                tenant,
                () -> CurrentUser.callThrowing(
                        user,
                        () -> ledger.transaction().execute(status -> {
                            try {
                                return browser.perform(request).andReturn().getResponse();
                            } catch (Exception failure) {
                                throw new IllegalStateException(failure);
                            }
                        })));
    }

    private User user(Role role) {
        return user(ledger.tenant(), role);
    }

    private User user(TenantId tenant, Role role) {
        return ledger.as(tenant, () -> users.create(System.nanoTime() + "@example.org", "Claire", role, false, "en"));
    }

    @Test
    void the_chosen_customers_stand_in_the_address_and_can_be_kept() throws Exception {
        var user = user(Role.COLLECTOR);
        var page =
                read(user, get("/overview?collector=me&asOf=2026-10-15&other=1").param("field1", "A & B"));

        assertThat(page)
                .contains(
                        "/overview/blocks/slow?company=EST&amp;asOf=2026-10-15&amp;customers=all&amp;collector=me&amp;field1=A%20%26%20B\"")
                .contains("All customers")
                .contains("Always begin with these");
        assertThat(perform(user, get("/overview")).getRedirectedUrl()).isNull();

        var kept =
                perform(user, post("/overview/filters").param("collector", "me").param("country", "FR", "DE"));

        var mine = "/overview?customers=all&collector=me&country=FR&country=DE";
        assertThat(kept.getRedirectedUrl()).isEqualTo(mine);
        assertThat(perform(user, get("/overview?asOf=2026-10-15")).getRedirectedUrl())
                .isEqualTo("/overview?asOf=2026-10-15&customers=all&collector=me&country=DE&country=FR");
        assertThat(read(user, get(mine))).doesNotContain("Always begin");
        assertThat(read(user, get("/overview?customers=all"))).contains("Always begin with all");
        perform(user, post("/overview/filters").param("customers", "all"));
        assertThat(perform(user, get("/overview")).getRedirectedUrl()).isNull();
    }

    private MockMvc browser() {
        var texts = new Texts();
        Viewers viewers = () -> new SignedInViewer(current.get());
        var companies = new Companies(ledger.sql(), ledger.clock());
        var blocks = new OverviewBlocks(
                List.of(
                        new HeavyBlock("slow", 30),
                        new SomeBlock("figures", 10, Width.WHOLE, Right.SEE_OVERVIEW, true),
                        new SomeBlock("imports", 20, Width.HALF, Right.IMPORT, true),
                        new SomeBlock("rare", 40, Width.HALF, Right.SEE_OVERVIEW, false)),
                List.of());
        var mine =
                new MyBlocks(blocks, new Arrangements(ledger.sql()), new KeptFilters(ledger.sql()), current, viewers);
        return MockMvcBuilders.standaloneSetup(
                        new OverviewPage(
                                mine,
                                new OverviewRequests(
                                        companies,
                                        new CurrentCompany(current, companies, users),
                                        new Reports(List.of(), viewers, texts),
                                        new CustomerChoices(
                                                new Groups(ledger.sql()), users, new CustomFields(ledger.sql())),
                                        ledger.clock()),
                                new KnownItems(ledger.sql()),
                                List.of(
                                        new FirstStep(
                                                "upload", FirstStep.Method.GET, "/imports", "upload", 20, Right.IMPORT),
                                        new FirstStep(
                                                "first", FirstStep.Method.POST, "/first", "star", 10, Right.IMPORT))),
                        new OverviewActions(mine))
                .setViewResolvers(
                        new JteViews(viewers, texts, List.of()),
                        // For redirects only: every page is a template.
                        new InternalResourceViewResolver())
                .build();
    }
}
