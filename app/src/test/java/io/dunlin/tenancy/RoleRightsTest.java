package io.dunlin.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.kernel.Right;
import org.junit.jupiter.api.Test;

class RoleRightsTest {
    @Test
    void an_administrator_may_do_everything() {
        assertThat(RoleRights.of(Role.ADMINISTRATOR)).containsExactlyInAnyOrder(Right.values());
    }

    @Test
    void a_credit_manager_may_do_everything_but_administer() {
        assertThat(RoleRights.of(Role.CREDIT_MANAGER))
                .hasSize(Right.values().length - 1)
                .doesNotContain(Right.ADMINISTER);
    }

    @Test
    void a_collector_works_but_sets_nothing_up() {
        assertThat(RoleRights.of(Role.COLLECTOR))
                .contains(Right.COLLECT, Right.COMMENT, Right.EXPORT)
                .doesNotContain(Right.CONFIGURE, Right.IMPORT, Right.MANAGE_USERS);
    }

    @Test
    void a_sales_manager_comments_and_a_controller_only_reads() {
        assertThat(RoleRights.of(Role.SALES_MANAGER)).contains(Right.COMMENT).doesNotContain(Right.COLLECT);
        assertThat(RoleRights.of(Role.FINANCIAL_CONTROLLER))
                .containsExactlyInAnyOrder(
                        Right.SEE_OVERVIEW, Right.SEE_REPORTS, Right.SEE_CUSTOMERS, Right.EXPORT_REPORTS)
                .isEqualTo(RoleRights.of(Role.EXECUTIVE_OFFICER))
                .isEqualTo(RoleRights.of(Role.SALES_ADMINISTRATION));
    }

    @Test
    void a_guest_sees_overview_and_reports() {
        assertThat(RoleRights.of(Role.GUEST)).containsExactlyInAnyOrder(Right.SEE_OVERVIEW, Right.SEE_REPORTS);
    }
}
