package io.dunlin.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.kernel.Right;
import io.dunlin.reporting.Parameter;
import io.dunlin.reporting.Report;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.reporting.ReportResult;
import io.dunlin.reporting.Reports;
import io.dunlin.reporting.Tile;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.UserId;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Page;
import io.dunlin.web.Table;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewer;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsApiTest {
    private static final User ANN = new User(
            new UserId(1),
            "ann@example.com",
            "Ann",
            Role.CREDIT_MANAGER,
            "en",
            "yyyy-MM-dd",
            "auto",
            true,
            true,
            false,
            null,
            null,
            0);

    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final Companies companies = new Companies(ledger.sql(), ledger.clock());
    private final Users users = new Users(ledger.sql(), ledger.clock());
    private final Reports reports = new Reports(List.of(new Echo()), Englishman::new, new Texts());
    private final MockMvcTester api = MockMvcTester.of(new ReportsApi(
            reports,
            new Requests(companies, new CurrentCompany(new CurrentUser(), companies, users), reports, ledger.clock())));

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void a_report_is_its_figures_rows_and_totals_with_all_decimals() {
        assertThat(get("/api/v1/reports/echo?asOf=2013-06-30&size=2&colour=red,blue&q=abc"))
                .hasStatusOk()
                .hasContentType(MediaType.APPLICATION_JSON)
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"report": "echo", "company": "EST", "currency": "EUR", "asOf": "2013-06-30",
                         "filters": {"colour": ["red", "blue"]},
                         "figures": {"total": 12.50},
                         "rows": [{"name": "abc [red, blue]", "amount": 12.50}],
                         "totals": {"amount": 12.50},
                         "page": {"number": 1, "size": 2, "rows": 1},
                         "sections": {}, "notices": []}
                        """);
    }

    @Test
    void without_a_date_it_is_today_in_the_company() {
        assertThat(get("/api/v1/reports/echo"))
                .bodyJson()
                .extractingPath("$.asOf")
                .isEqualTo("2026-11-22");
    }

    @Test
    void a_bad_date_is_refused_with_parameter_value_and_remedy() {
        var answer = get("/api/v1/reports/echo?asOf=30.06.2013");

        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.parameter").isEqualTo("asOf");
        assertThat(answer).bodyJson().extractingPath("$.value").isEqualTo("30.06.2013");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.remedy")
                .isEqualTo("Give a date as year-month-day, such as 2026-11-22.");
        assertThat(get("/api/v1/reports/echo?asOf=2013-02-30")).hasStatus(400);
    }

    @Test
    void unknown_names_and_choices_are_refused_with_those_that_are_known() {
        assertThat(get("/api/v1/reports/echo?asof=2013-06-30"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.remedy")
                .asString()
                .contains("asOf, colour, columns, company");
        assertThat(get("/api/v1/reports/echo?colour=green"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.remedy")
                .isEqualTo("Give one of: red, blue.");
        assertThat(get("/api/v1/reports/echo?company=NONE")).hasStatus(400);
        assertThat(get("/api/v1/reports/echo?size=1001")).hasStatus(400);
    }

    @Test
    void a_report_that_does_not_exist_is_not_found() {
        assertThat(get("/api/v1/reports/nothing")).hasStatus(404).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(get("/api/v1/reports"))
                .bodyJson()
                .extractingPath("$[0].code")
                .isEqualTo("echo");
    }

    private MvcTestResult get(String address) {
        return ledger.inTenant(() -> CurrentUser.callThrowing(
                ANN, () -> api.get().uri(java.net.URI.create(address)).exchange()));
    }

    /** Answers what it was asked. */
    private static final class Echo implements Report {
        @Override
        public String code() {
            return "echo";
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public String textKey() {
            return "echo";
        }

        @Override
        public List<Parameter> parameters(Company company, Page page) {
            return List.of(new Parameter(
                    "colour",
                    "Colour",
                    Parameter.Kind.SEVERAL,
                    List.of(new Parameter.Choice("red", "Red"), new Parameter.Choice("blue", "Blue"))));
        }

        @Override
        public ReportResult run(ReportRequest request) {
            var amount = new BigDecimal("12.50");
            var name = request.table().text() + " " + request.values("colour");
            return new ReportResult(
                    "",
                    List.of(new Tile("total", "", amount, "", null, null, "", null, List.of())),
                    List.of(),
                    new Table(
                            "echo",
                            columns(request),
                            List.of(List.of(Cell.of(name), Cell.of(amount))),
                            List.of(Cell.of("Total"), Cell.of(amount)),
                            1,
                            request.table()),
                    List.of(),
                    List.of());
        }

        @Override
        public List<Column> columns(ReportRequest request) {
            return List.of(
                    new Column("name", "Name", null, Column.Kind.TEXT, true),
                    new Column("amount", "Amount", "EUR", Column.Kind.AMOUNT, true));
        }

        @Override
        public void each(ReportRequest request, Consumer<List<Cell>> reader) {
            run(request).table().rows().forEach(reader);
        }
    }

    private record Englishman() implements Viewer {
        @Override
        public String name() {
            return "Ann";
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
            return "auto";
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public boolean may(Right right) {
            return true;
        }
    }
}
