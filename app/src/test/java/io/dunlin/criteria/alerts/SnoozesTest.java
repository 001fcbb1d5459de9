package io.dunlin.criteria.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dunlin.criteria.alerts.AlertNotices.AlertNotice;
import io.dunlin.criteria.alerts.AlertedCustomers.Alerted;
import io.dunlin.criteria.alerts.AlertedCustomers.Which;
import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Customers that an alert is silent about. */
class SnoozesTest extends WatchedCompany {
    @Test
    void a_snoozed_customer_is_not_told_of_until_its_day_comes() throws IOException {
        var french = alert("French", true, mine(Frequency.AT_ONCE));
        var end = today().plusDays(3);
        does(() -> bean(Snoozes.class).snooze(company(), french, id("A"), end, "Promised to pay"));
        assertThat(codes(french, Which.CURRENT)).containsExactly("B");
        assertThat(customers(french, Which.SNOOZED))
                .extracting(Alerted::code, Alerted::snooze)
                .containsExactly(tuple("A", new AlertedCustomers.Snooze(end, "Promised to pay", user().name())));
        assertThat(marks("A")).isEmpty();

        // It goes and comes back meanwhile: nobody is told.
        load("A;Antwerp;BE");
        load("A;Amiens;FR");
        clock().pass(Duration.ofDays(2));
        cycle();
        assertThat(notices()).isEmpty();

        clock().pass(Duration.ofDays(1));
        cycle();
        cycle();
        assertThat(notices()).extracting(AlertNotice::customers).containsExactly(1);
        assertThat(codes(french, Which.CURRENT)).containsExactly("A", "B");
        assertThat(marks("A")).extracting(AlertMark::name).containsExactly("French");
    }

    @Test
    void whoever_ends_a_snooze_needs_no_notice() {
        var french = alert("French", true, mine(Frequency.AT_ONCE));
        does(() -> bean(Snoozes.class).snooze(company(), french, id("A"), today().plusDays(3), "Promised to pay"));
        does(() -> bean(Snoozes.class).end(company(), french, id("A")));
        cycle();
        assertThat(codes(french, Which.CURRENT)).containsExactly("A", "B");
        assertThat(notices()).isEmpty();
    }

    @Test
    void a_snooze_needs_a_reason_a_coming_day_and_a_customer_of_the_alert() {
        var french = alert("French", true);
        var snoozes = bean(Snoozes.class);
        assertThatThrownBy(() -> does(() -> snoozes.snooze(company(), french, id("A"), today().plusDays(1), " ")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> does(() -> snoozes.snooze(company(), french, id("A"), today(), "Why")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> does(() -> snoozes.snooze(company(), french, id("C"), today().plusDays(1), "Why")))
                .isInstanceOf(NotFound.class);
    }
}
