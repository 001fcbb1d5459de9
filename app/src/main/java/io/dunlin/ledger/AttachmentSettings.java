package io.dunlin.ledger;

import java.nio.file.Path;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the files of items and customers are kept.
 *
 * @param folder where they lie; absent: the folder {@code attachments} beside that of the database
 * @param largest most that one may have
 * @param keepAfterClearing how long those of an item are kept after it was cleared
 */
@ConfigurationProperties("dunlin.attachments")
public record AttachmentSettings(
        @Nullable Path folder,
        @DefaultValue("50MB") DataSize largest,
        @DefaultValue("6m") Period keepAfterClearing) {}
