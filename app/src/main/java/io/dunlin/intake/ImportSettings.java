package io.dunlin.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How imports are kept.
 *
 * @param keepFiles how long the file of an import and the rows that were left out are kept; what was imported stays
 */
@ConfigurationProperties("dunlin.imports")
public record ImportSettings(@DefaultValue("180d") Duration keepFiles) {}
