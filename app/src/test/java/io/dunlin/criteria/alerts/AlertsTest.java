package io.dunlin.criteria.alerts;

import static io.dunlin.criteria.tables.Alert.ALERT;
import static io.dunlin.criteria.tables.AlertMatch.ALERT_MATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.CriteriaJson;
import io.dunlin.criteria.alerts.AlertedCustomers.Which;
import io.dunlin.kernel.NotFound;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.Users;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sees and changes alerts, and what becomes of them. */
class AlertsTest extends WatchedCompany {
    @Test
    void a_private_alert_is_nobody_elses() throws IOException {
        var own = alert("French", false, new Recipient(ben().id(), null, Frequency.AT_ONCE));
        load("C;Cannes;FR");
        assertThat(marks("A")).hasSize(1);

        user = ben;
        assertThat(as(() -> bean(Alerts.class).visible())).isEmpty();
        assertThat(marks("A")).isEmpty();
        assertThat(notices()).isEmpty();
        assertThatThrownBy(() -> as(() -> bean(Alerts.class).get(own))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        does(() -> bean(Snoozes.class).snooze(company(), own, id("A"), today().plusDays(1), "Why")))
                .isInstanceOf(NotFound.class);
        assertThat(signedIn(ben().email()).get("/alerts/" + own).statusCode()).isEqualTo(404);
        assertThat(browser.get("/alerts/" + own).statusCode()).isEqualTo(200);
    }

    @Test
    void a_shared_alert_is_seen_by_all_and_changed_by_its_owner_and_administrators() {
        user = ben;
        var bens = alert("French", true);
        var shared = as(() -> bean(Alerts.class).get(bens));
        user = as(() -> bean(Users.class).all().stream()
                .filter(person -> person.role() == Role.ADMINISTRATOR)
                .findFirst()
                .orElseThrow());
        assertThat(as(() -> bean(Alerts.class).get(bens)).mayChange()).isTrue();
        var admins = alert("Mine", true);
        does(() -> bean(AlertChanges.class).change(company(), bens, wish("Still French", true, shared.criteria())));
        assertThat(as(() -> bean(Alerts.class).get(bens)).owner()).isEqualTo("Ben");
        user = ben;
        assertThatThrownBy(() -> does(() -> bean(AlertChanges.class).remove(admins)))
                .isInstanceOf(NotFound.class);
        assertThat(as(() -> bean(Alerts.class).get(admins)).mayChange()).isFalse();
    }

    @Test
    void an_alert_whose_indicator_has_gone_says_so_and_stops_no_other() throws IOException {
        var broken = alert("Broken", true);
        var french = alert("French", true);
        does(() -> bean(DSLContext.class)
                .update(ALERT)
                .set(
                        ALERT.CRITERIA,
                        JSONB.valueOf(CriteriaJson.write(
                                Criteria.Test.of("customer.gone", new Comparison.OneOf(List.of("FR"))))))
                .where(ALERT.TENANT_ID.eq(tenant))
                .and(ALERT.ID.eq(broken))
                .execute());
        load("C;Cannes;FR");
        assertThat(codes(french, Which.CURRENT)).containsExactly("A", "B", "C");
        assertThat(codes(broken, Which.CURRENT)).containsExactly("A", "B");
        assertThat(browser.get("/alerts").body()).contains("Cannot be worked out");
        assertThat(browser.get("/alerts/" + broken).body()).contains("Cannot be worked out");
        assertThat(browser.get("/alerts/" + french).body()).doesNotContain("Cannot be worked out");
    }

    @Test
    void each_tenant_has_its_own() {
        var french = alert("French", true);
        var other = newTenant();
        var theirs = signedIn(other.administrator());
        assertThat(theirs.get("/alerts/" + french).statusCode()).isEqualTo(404);
        // Whatever a statement forgets to say: row security hides the others.
        Integer found = CurrentTenant.call(
                other.tenant(),
                () -> bean(TransactionTemplate.class)
                        .execute(status -> bean(DSLContext.class).fetchCount(ALERT_MATCH)));
        assertThat(found).isZero();
    }

    @Test
    void every_ready_made_alert_can_be_taken_once() {
        for (var ready : ReadyAlert.values()) {
            assertThat(browser.redirect(browser.post("/alerts/gallery/" + ready.name())))
                    .matches("/alerts/\\d+");
        }
        cycle();
        assertThat(as(() -> bean(Alerts.class).visible())).hasSize(ReadyAlert.values().length);
        var page = browser.get("/alerts").body();
        assertThat(Arrays.stream(ReadyAlert.values()))
                .allSatisfy(ready -> assertThat(page).doesNotContain(ready.nameKey()));
        assertThat(browser.post("/alerts/gallery/OLD").statusCode()).isNotEqualTo(302);
    }

    @Test
    void with_an_alert_goes_all_that_it_found() {
        var french = alert("French", true, mine(Frequency.AT_ONCE));
        does(() -> bean(Snoozes.class).snooze(company(), french, id("A"), today().plusDays(1), "Why"));
        does(() -> bean(AlertChanges.class).remove(french));
        assertThat(as(() -> bean(DSLContext.class).fetchCount(ALERT_MATCH, ALERT_MATCH.TENANT_ID.eq(tenant))))
                .isZero();
        assertThat(as(() -> bean(Alerts.class).visible())).isEmpty();
    }

    @Test
    void the_customer_file_shows_the_alerts_that_the_customer_is_in() {
        alert("French people", true);
        assertThat(browser.get("/customers/EST/A").body()).contains("French people");
        assertThat(browser.get("/customers/EST/C").body()).doesNotContain("French people");
    }
}
