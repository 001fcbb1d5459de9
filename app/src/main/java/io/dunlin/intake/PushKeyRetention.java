package io.dunlin.intake;

import io.dunlin.jobs.DailyJob;
import io.dunlin.tenancy.Company;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Forgets old idempotency keys of pushed files. */
@Component
class PushKeyRetention implements DailyJob {
    private final PushKeys keys;
    private final ImportSettings settings;
    private final Clock clock;

    PushKeyRetention(PushKeys keys, ImportSettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "intake.pushKeys";
    }

    /** Those of the whole tenant, with each company. */
    @Override
    public void run(Company company) {
        keys.forgetBefore(
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minus(settings.keepPushKeys()));
    }
}
