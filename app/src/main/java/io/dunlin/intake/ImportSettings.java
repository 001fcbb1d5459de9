package io.dunlin.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How imports are kept.
 *
 * @param keepFiles how long the file of an import and the rows that were left out are kept; what was imported stays
 * @param keepPushKeys how long the idempotency keys of pushed files are known; at least 48 hours
 */
@ConfigurationProperties("dunlin.imports")
public record ImportSettings(
        @DefaultValue("180d") Duration keepFiles,
        @DefaultValue("7d") Duration keepPushKeys) {
    private static final Duration SHORTEST = Duration.ofHours(48);

    public ImportSettings {
        if (keepPushKeys.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("dunlin.imports.keep-push-keys is less than 48 hours");
        }
    }
}
