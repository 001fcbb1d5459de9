package io.dunlin.jobs;

import static io.dunlin.tenancy.tables.Login.LOGIN;
import static io.dunlin.tenancy.tables.UserAccount.USER_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.Tenants;
import io.dunlin.testing.TestLedger;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DailyWorkTest {
    private final TestLedger ledger = new TestLedger("2026-11-20");
    private final Companies companies = new Companies(ledger.sql(), ledger.clock());
    private final List<String> done = new ArrayList<>();
    private boolean failing;

    private final DailyWork work = new DailyWork(
            new Tenants(ledger.sql(), ledger.transaction(), ledger.clock(), event -> {}),
            companies,
            new DailyRuns(ledger.sql(), ledger.clock()),
            TestCycle.of(ledger),
            List.of(new DailyJob() {
                @Override
                public String code() {
                    return "test.daily";
                }

                @Override
                public void run(Company company) {
                    if (failing) {
                        throw new IllegalStateException("not today");
                    }
                    done.add(company.code() + " " + company.today(ledger.clock()));
                }
            }),
            ledger.transaction());

    @BeforeEach
    void somebody_can_sign_in() {
        var user = ledger.inTenant(() -> ledger.sql()
                .insertInto(USER_ACCOUNT)
                .set(USER_ACCOUNT.TENANT_ID, ledger.tenant())
                .set(USER_ACCOUNT.EMAIL, "ada@example.org")
                .set(USER_ACCOUNT.NAME, "Ada")
                .set(USER_ACCOUNT.ROLE, "ADMINISTRATOR")
                .set(USER_ACCOUNT.CREATED_AT, JobRows.now(ledger.clock()))
                .returningResult(USER_ACCOUNT.ID)
                .fetchSingle()
                .value1());
        ledger.sql()
                .insertInto(LOGIN)
                .set(LOGIN.EMAIL_KEY, "ada@example.org")
                .set(LOGIN.TENANT_ID, ledger.tenant())
                .set(LOGIN.USER_ID, user)
                .execute();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void each_company_has_its_work_done_once_in_its_own_day() {
        ledger.inTenant(() -> companies.create("TYO", "Tokyo", Currency.getInstance("JPY"), ZoneId.of("Asia/Tokyo")));

        work.doWhatIsDue();
        work.doWhatIsDue();
        assertThat(done).containsExactly("EST 2026-11-20", "TYO 2026-11-20");

        // Four hours after noon it is past midnight in Tokyo only.
        ledger.clock().pass(Duration.ofHours(4));
        work.doWhatIsDue();
        assertThat(done).containsExactly("EST 2026-11-20", "TYO 2026-11-20", "TYO 2026-11-21");
    }

    @Test
    void work_that_failed_is_tried_again() {
        failing = true;
        work.doWhatIsDue();
        failing = false;

        work.doWhatIsDue();

        assertThat(done).containsExactly("EST 2026-11-20");
    }
}
