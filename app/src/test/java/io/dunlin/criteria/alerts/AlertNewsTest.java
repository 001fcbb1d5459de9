package io.dunlin.criteria.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dunlin.criteria.alerts.AlertNotices.AlertNotice;
import io.dunlin.criteria.alerts.AlertedCustomers.Alerted;
import io.dunlin.criteria.alerts.AlertedCustomers.Which;
import io.dunlin.tenancy.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of whom people are told, how often, and of whom not. */
class AlertNewsTest extends WatchedCompany {
    @Test
    void only_those_who_come_are_news_and_of_each_one_people_are_told_once() throws IOException {
        var french = alert("French", true, mine(Frequency.AT_ONCE));
        assertThat(codes(french, Which.CURRENT)).containsExactly("A", "B");
        assertThat(notices()).isEmpty();

        load("C;Cannes;FR");
        assertThat(codes(french, Which.CURRENT)).containsExactly("A", "B", "C");
        assertThat(codes(french, Which.FRESH)).containsExactly("C");
        assertThat(notices())
                .extracting(AlertNotice::name, AlertNotice::customers, AlertNotice::isRead)
                .containsExactly(tuple("French", 1, false));

        cycle();
        cycle();
        assertThat(codes(french, Which.CURRENT)).containsExactly("A", "B", "C");
        assertThat(notices()).hasSize(1);

        assertThat(as(() -> bean(AlertNotices.class).unread())).isEqualTo(1);
        as(() -> bean(AlertNotices.class).read(notices().getFirst().id()));
        assertThat(as(() -> bean(AlertNotices.class).unread())).isZero();
    }

    @Test
    void since_stays_for_those_who_still_meet_it_and_those_who_do_not_go() throws IOException {
        var first = today();
        var french = alert("French", true);
        clock().pass(Duration.ofDays(3));
        load("B;Barcelona;ES", "C;Cannes;FR");
        assertThat(customers(french, Which.CURRENT))
                .extracting(Alerted::code, Alerted::since, Alerted::isFresh)
                .containsExactly(tuple("A", first, false), tuple("C", first.plusDays(3), true));

        clock().pass(Duration.ofDays(2));
        load("B;Bordeaux;FR");
        assertThat(customers(french, Which.CURRENT))
                .extracting(Alerted::code, Alerted::since, Alerted::isFresh)
                .containsExactly(
                        tuple("A", first, false),
                        tuple("B", first.plusDays(5), true),
                        tuple("C", first.plusDays(3), false));
    }

    @Test
    void a_daily_notice_comes_with_the_first_cycle_of_the_next_day() throws IOException {
        alert("French", true, mine(Frequency.DAILY));
        load("C;Cannes;FR");
        load("D;Dijon;FR");
        assertThat(notices()).isEmpty();

        clock().pass(Duration.ofDays(1));
        cycle();
        assertThat(notices()).extracting(AlertNotice::customers).containsExactly(2);
        load("E;Évry;FR");
        assertThat(notices()).hasSize(1);
        clock().pass(Duration.ofDays(1));
        cycle();
        assertThat(notices()).extracting(AlertNotice::customers).containsExactly(1, 2);
    }

    @Test
    void who_has_a_role_is_told_and_whoever_is_meant_twice_once() throws IOException {
        alert(
                "French",
                true,
                new Recipient(null, Role.COLLECTOR, Frequency.AT_ONCE),
                new Recipient(ben().id(), null, Frequency.DAILY));
        load("C;Cannes;FR");
        clock().pass(Duration.ofDays(1));
        cycle();
        assertThat(notices()).isEmpty();
        user = ben;
        assertThat(notices()).hasSize(1);
    }

    @Test
    void whom_other_criteria_find_is_no_news() throws IOException {
        var alert = alert("French", true, mine(Frequency.AT_ONCE));
        does(() -> bean(AlertChanges.class)
                .change(
                        company(),
                        alert,
                        new AlertChanges.Wish(
                                "Iberian",
                                AlertType.RISK,
                                AlertLevel.CRITICAL,
                                true,
                                in("ES", "PT"),
                                List.of(mine(Frequency.AT_ONCE)))));
        cycle();
        assertThat(codes(alert, Which.CURRENT)).containsExactly("C");
        assertThat(notices()).isEmpty();
        load("D;Dão;PT");
        assertThat(notices()).extracting(AlertNotice::customers).containsExactly(1);
    }
}
