package io.dunlin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.demo.Demo;
import io.dunlin.jobs.JobState;
import io.dunlin.jobs.Jobs;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.testing.OwnerSession;
import io.dunlin.testing.PageTimes;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** How long the pages of the demo, with all its customers and items, take from the request to the last byte. */
class SlowestPagesTest extends RunningApplication {
    /** A page should take 100 ms; the rest is room for whatever else the machine does while the tests run. */
    private static final Duration LIMIT = Duration.ofMillis(250);

    @Value("${dunlin.database.url}")
    private String url = "";

    @Test
    void no_page_of_the_demo_lets_its_reader_wait() {
        var subscriber = newTenant();
        var job = CurrentTenant.call(subscriber.tenant(), () -> bean(Demo.class).load());
        Wait.until(
                "the demo is there",
                () -> !CurrentTenant.call(
                                subscriber.tenant(), () -> bean(Jobs.class).get(job))
                        .isActive());
        assertThat(CurrentTenant.call(
                                subscriber.tenant(), () -> bean(Jobs.class).get(job))
                        .state())
                .isEqualTo(JobState.SUCCEEDED);

        // As the server does by itself within a minute.
        try (var owner = new OwnerSession(url)) {
            owner.tell("analyze");
        }

        var browser = signedIn(subscriber.administrator());
        var pages = PageTimes.of(browser);
        PageTimes.print("of the demo", pages);
        assertThat(pages).hasSizeGreaterThan(40);
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.time()).as(page.address()).isLessThan(LIMIT));
    }
}
